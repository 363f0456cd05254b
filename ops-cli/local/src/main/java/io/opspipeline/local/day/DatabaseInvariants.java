package io.opspipeline.local.day;

import io.opspipeline.local.day.InvariantChecks.When;
import java.util.List;

/// What must hold in the database.
final class DatabaseInvariants {

    static final List<Statement> ALL =
            List.of(
                    new Statement(
                            "at most one working order per account, symbol and side",
                            When.ALWAYS,
                            """
                            select account_id || ' ' || symbol || ' ' || side from orders
                            where ended_at is null
                            group by account_id, symbol, side having count(*) > 1
                            """),
                    new Statement(
                            "the fills of a position add up to its quantity",
                            When.ALWAYS,
                            """
                            select p.account_id || ' ' || p.symbol from active_positions p
                            left join executions f using (position_id)
                            left join (
                              select position_id, split_part(detail, ' ', 2)::integer as quantity
                              from position_events where kind = 'ADOPTED') found
                              using (position_id)
                            group by p.position_id, found.quantity
                            having coalesce(sum(case f.side when 'BUY' then f.quantity
                                                else -f.quantity end), 0)
                                   + coalesce(found.quantity, 0)
                                   <> p.bought_quantity - p.sold_quantity
                            """),
                    new Statement(
                            "the fills of an order add up to what it says is filled",
                            When.ALWAYS,
                            """
                            select o.client_order_id from orders o
                            left join fills f using (client_order_id)
                            group by o.client_order_id
                            having coalesce(sum(f.quantity), 0) <> o.filled_quantity
                            """),
                    new Statement(
                            "entries and their positions at once stay within the account's limit",
                            When.ALWAYS,
                            """
                            select a.account_id || ' has ' || taken from accounts a
                            cross join lateral (
                              select (select count(*) from active_positions p
                                        where p.account_id = a.account_id
                                        and p.ended_at is null and p.origin = 'DISPATCH')
                                   + (select count(*) from dispatch_executions d
                                        where d.account_id = a.account_id
                                        and d.status in ('INTENT', 'SUBMITTED', 'IN_DOUBT')
                                        and not exists (
                                          select from active_positions p
                                          where p.dispatch_id = d.dispatch_id))) at_work (taken)
                            where taken > a.max_positions
                            """),
                    new Statement(
                            "entries and their positions at once stay within the account's exposure",
                            When.ALWAYS,
                            """
                            select a.account_id || ' has ' || exposed from accounts a
                            cross join lateral (
                              select coalesce(sum(case
                                  when d.ended_at is null then d.notional
                                  else least(d.plan_price, p.entry_price)
                                       * p.quantity * p.multiplier end), 0)
                              from dispatch_executions d
                              left join active_positions p
                                on p.dispatch_id = d.dispatch_id and p.ended_at is null
                              where d.account_id = a.account_id
                              and (d.status in ('INTENT', 'SUBMITTED', 'IN_DOUBT')
                                   or p.position_id is not null)) at_work (exposed)
                            where exposed > a.max_exposure
                            """),
                    new Statement(
                            "no entry in options is larger than the account's tier allows",
                            """
                            select d.account_id || ' ' || d.symbol || ' ' || d.contracts
                            from dispatch_executions d join accounts a using (account_id)
                            where d.instrument_type <> 'STOCK'
                            and d.contracts > case a.tier when 'TINY' then 2 when 'SMALL' then 3
                                              when 'MEDIUM' then 5 else 10 end
                            """),
                    new Statement(
                            "no entry was sent after the day's closed trades alone had lost the limit",
                            """
                            select d.account_id || ' ' || d.ticker || ' at ' || d.submitted_at
                            from dispatch_executions d
                            join gate_verdicts g
                              on g.dispatch_id = d.dispatch_id and g.gate = 'DAILY_LOSS'
                            where d.submitted_at is not null
                            and not exists (
                              select from active_positions p
                              where p.account_id = d.account_id and p.opened_at < d.submitted_at
                              and coalesce(p.ended_at, 'infinity')
                                  > d.created_at - interval '2 minutes')
                            and (select coalesce(sum(o.pnl), 0) from outcomes o
                                 where o.account_id = d.account_id
                                 and o.ended_at <= d.created_at
                                 and date(o.ended_at at time zone 'America/New_York')
                                     = date(d.created_at at time zone 'America/New_York'))
                                <= substr(g.limit_value, 3)::numeric
                            """),
                    new Statement(
                            "what is held after a flatten or a daily loss is being closed",
                            """
                            select p.account_id || ' ' || p.symbol || ': ' || t.reason
                            from active_positions p join trading_states t using (account_id)
                            where p.state = 'OPEN'
                            and (t.reason like 'FLATTEN%' or t.reason like 'DAILY_LOSS %')
                            """),
                    new Statement(
                            "every open position is watched",
                            """
                            select account_id || ' ' || symbol from active_positions
                            where ended_at is null
                            and coalesce(last_mark_at, opened_at)
                                < (select max(ts) from telemetry_1m) - interval '2 minutes'
                            """),
                    new Statement(
                            "every change of a position has a kind and words",
                            """
                            select position_id || ' ' || kind from position_events
                            where kind = '' or detail = ''
                            """),
                    new Statement(
                            "no order is filled beyond its quantity",
                            When.CLOSED,
                            """
                            select client_order_id from orders where filled_quantity > quantity
                            """),
                    new Statement(
                            "no order and no entry is left working after the close",
                            When.CLOSED,
                            """
                            select client_order_id from orders where ended_at is null
                            union all
                            select account_id || ' ' || ticker || ' ' || status
                            from dispatch_executions where ended_at is null
                            """),
                    new Statement(
                            "a position that closes has a working order",
                            """
                            select p.account_id || ' ' || p.symbol from active_positions p
                            where p.state = 'CLOSING' and not exists (
                              select from orders o where o.position_id = p.position_id
                              and o.ended_at is null)
                            """),
                    new Statement(
                            "every signal has one disposition per account",
                            """
                            select r.ticker || ' ' || r.bar_ts || ' ' || a.account_id
                            from dispatch_recommendations r cross join accounts a
                            left join dispatch_executions d
                              on d.signal_id = r.signal_id and d.account_id = a.account_id
                            group by r.signal_id, a.account_id having count(d.dispatch_id) <> 1
                            """),
                    new Statement(
                            "every change of a dispatch has a reason",
                            """
                            select dispatch_id || ' to ' || to_status from dispatch_transitions
                            where reason = ''
                            """),
                    new Statement(
                            "a skipped signal has all its verdicts and a known code",
                            """
                            select d.account_id || ' ' || d.ticker || ' ' || coalesce(d.reason, '')
                            from dispatch_executions d
                            left join gate_verdicts g using (dispatch_id)
                            where d.status = 'SKIPPED'
                            group by d.dispatch_id having count(g.gate) <> 20
                            """),
                    new Statement(
                            "no entry was sent with a failed gate",
                            """
                            select d.account_id || ' ' || d.ticker || ' ' || g.gate
                            from dispatch_executions d join gate_verdicts g using (dispatch_id)
                            where d.submitted_at is not null and g.result <> 'PASSED'
                            """),
                    new Statement(
                            "positions at once stay within the account's limit",
                            """
                            select p.account_id || ' at ' || p.opened_at
                            from active_positions p join accounts a using (account_id)
                            where p.origin = 'DISPATCH'
                            and (select count(*) from active_positions q
                                   where q.account_id = p.account_id
                                   and q.opened_at <= p.opened_at
                                   and coalesce(q.ended_at, 'infinity') > p.opened_at)
                                  > a.max_positions
                            """),
                    // What was pending then counted at its plan price, and may have filled above
                    // it.
                    new Statement(
                            "no entry was sent that its plan takes above the account's exposure",
                            """
                            select p.account_id || ' at ' || p.opened_at
                            from active_positions p join accounts a using (account_id)
                            left join dispatch_executions d on d.dispatch_id = p.dispatch_id
                            where p.origin = 'DISPATCH'
                            and coalesce(d.notional, p.bought_value * p.multiplier)
                                  + (select coalesce(sum((q.bought_quantity - (
                                       select coalesce(sum(f.quantity), 0) from executions f
                                       where f.position_id = q.position_id and f.side = 'SELL'
                                       and f.filled_at <= p.opened_at))
                                       * least(w.plan_price, q.bought_value / q.bought_quantity)
                                       * q.multiplier), 0)
                                     from active_positions q
                                     left join dispatch_executions w
                                       on w.dispatch_id = q.dispatch_id
                                     where q.account_id = p.account_id
                                     and q.position_id <> p.position_id
                                     and q.opened_at <= p.opened_at
                                     and coalesce(q.ended_at, 'infinity') > p.opened_at)
                                  > a.max_exposure
                            """),
                    new Statement(
                            "every position that ended has its outcome",
                            When.ALWAYS,
                            """
                            select p.account_id || ' ' || p.symbol from active_positions p
                            left join outcomes o using (position_id)
                            where (p.ended_at is null) <> (o.position_id is null)
                            """),
                    new Statement(
                            "every account may trade, or says why not and until when",
                            When.ALWAYS,
                            """
                            select account_id || ' ' || state from trading_states
                            where state <> 'ACTIVE' and reason = ''
                            """));

    private DatabaseInvariants() {}

    /// A statement about the database: its query gives one line of text for each row that breaks
    /// it.
    ///
    /// @param name what must hold
    /// @param when from when on
    /// @param violations the query
    record Statement(String name, When when, String violations) {

        private Statement(String name, String violations) {
            this(name, When.QUIET, violations);
        }

        String named() {
            return "select '%s: ' || violation from (%s) broken (violation)"
                    .formatted(name.replace("'", "''"), violations);
        }
    }
}
