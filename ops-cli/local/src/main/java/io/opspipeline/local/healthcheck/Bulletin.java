package io.opspipeline.local.healthcheck;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.alert.Alerts.Severity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;

/// What happened and is worth knowing: fills, entries that the broker did not take, trading that
/// was stopped, the report of the day. Only what is not told yet and at most a day old is read.
final class Bulletin {

    private static final Duration DAY = Duration.ofDays(1);

    /// The breaker that stops an account tells of it right after.
    private static final Duration OTHERS_FIRST = Duration.ofSeconds(5);

    private static final String FILLS =
            """
            select 'fill ' || o.client_order_id as event_id, o.account_id, o.side,
                   o.filled_quantity, o.quantity, o.symbol, o.exit_rule,
                   o.filled_value / o.filled_quantity as price,
                   o.filled_value * booked.multiplier as money
            from orders o
            cross join lateral (
                select p.multiplier from fills f join active_positions p using (position_id)
                where f.client_order_id = o.client_order_id limit 1) as booked
            where o.created_at > :from and o.created_at <= :to
                and o.ended_at is not null and o.filled_quantity > 0
                and not exists (select from alerts t
                    where t.event_id = 'fill ' || o.client_order_id)
            order by o.ended_at, o.client_order_id
            """;

    /// An entry that the broker refused or never got. A refusal that stops the account is told by
    /// who stops it.
    private static final String REJECTIONS =
            """
            select 'rejected ' || d.dispatch_id as event_id, d.account_id, d.contracts, d.symbol, d.reason
            from orders o join dispatch_executions d using (dispatch_id)
            where o.created_at > :from and o.attempt = 1
                and d.status = 'REJECTED' and d.ended_at <= :to
                and not exists (select from alerts t
                    where t.event_id = 'rejected ' || d.dispatch_id
                        or (starts_with(t.event_id, 'entries-refused ' || d.account_id || ' ')
                            and t.raised_at between d.ended_at - interval '5 s' and d.ended_at + interval '5 s'))
            order by d.ended_at, d.dispatch_id
            """;

    private static final String STOPS =
            """
            select 'trading-state ' || e.event_id as event_id, e.account_id, e.state, e.reason, e.until
            from trading_state_events e
            where e.state in ('REDUCING', 'HALTED')
                and e.changed_at > :from and e.changed_at <= :to
                and not exists (select from alerts t
                    where t.event_id in ('trading-state ' || e.event_id,
                        'pause ' || e.account_id || ' ' || e.reason))
            order by e.event_id
            """;

    private static final String REPORTS =
            """
            select 'report ' || session_on || ' ' || account_id as event_id, account_id, session_on,
                   pnl, fees, closed, wins, losses, still_open, equity_start, equity_end
            from daily_reports
            where built_at > :from and built_at <= :to
                and not exists (select from alerts t
                    where t.event_id = 'report ' || session_on || ' ' || account_id)
            order by session_on, account_id
            """;

    private final Database database;
    private final Alerts alerts;

    Bulletin(Database database, Alerts alerts) {
        this.database = database;
        this.alerts = alerts;
    }

    /// Something to tell.
    private record Item(Severity severity, String eventId, AccountId account, String message) {}

    void tell(Instant asOf) {
        Instant from = asOf.minus(DAY);
        tell(FILLS, from, asOf, asOf, (row, _) -> fill(new Row(row)));
        tell(REJECTIONS, from, asOf.minus(OTHERS_FIRST), asOf, (row, _) -> rejection(new Row(row)));
        tell(STOPS, from, asOf.minus(OTHERS_FIRST), asOf, (row, _) -> stop(new Row(row)));
        tell(REPORTS, from, asOf, asOf, (row, _) -> report(new Row(row)));
    }

    private void tell(String sql, Instant from, Instant to, Instant asOf, RowMapper<Item> mapper) {
        List<Item> items =
                database.jdbc()
                        .sql(sql)
                        .param("from", Bound.at(from))
                        .param("to", Bound.at(to))
                        .query(mapper)
                        .list();
        for (Item item : items) {
            alerts.raise(
                    item.severity(),
                    item.eventId(),
                    Optional.of(item.account()),
                    item.message(),
                    asOf);
        }
    }

    private static Item fill(Row row) throws SQLException {
        int filled = row.integer("filled_quantity");
        int asked = row.integer("quantity");
        return new Item(
                Severity.INFO,
                row.text("event_id"),
                row.account("account_id"),
                "%s %s %s at %s, %s USD%s"
                        .formatted(
                                row.text("side").equals("BUY") ? "bought" : "sold",
                                filled == asked ? filled : filled + " of " + asked,
                                row.text("symbol"),
                                row.decimal("price")
                                        .setScale(4, RoundingMode.HALF_EVEN)
                                        .stripTrailingZeros()
                                        .toPlainString(),
                                dollars(row.decimal("money")),
                                row.optionalText("exit_rule")
                                        .map(rule -> " (" + rule + ")")
                                        .orElse("")));
    }

    private static Item rejection(Row row) throws SQLException {
        return new Item(
                Severity.WARNING,
                row.text("event_id"),
                row.account("account_id"),
                "%d %s were not bought, the entry ended REJECTED: %s"
                        .formatted(
                                row.integer("contracts"), row.text("symbol"), row.text("reason")));
    }

    private static Item stop(Row row) throws SQLException {
        return new Item(
                Severity.CRITICAL,
                row.text("event_id"),
                row.account("account_id"),
                "%s: %s, until %s"
                        .formatted(
                                row.text("state"),
                                row.text("reason"),
                                row.optionalInstant("until")
                                        .map(Instant::toString)
                                        .orElse("an operator resumes")));
    }

    private static Item report(Row row) throws SQLException {
        return new Item(
                Severity.INFO,
                row.text("event_id"),
                row.account("account_id"),
                "%s: %s USD after %s fees, %d closed, %d won, %d lost, %d open, equity %s to %s"
                        .formatted(
                                row.day("session_on"),
                                dollars(row.decimal("pnl")),
                                dollars(row.decimal("fees")),
                                row.integer("closed"),
                                row.integer("wins"),
                                row.integer("losses"),
                                row.integer("still_open"),
                                dollars(row.decimal("equity_start")),
                                dollars(row.decimal("equity_end"))));
    }

    private static String dollars(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
