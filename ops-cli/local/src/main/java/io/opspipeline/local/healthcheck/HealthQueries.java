package io.opspipeline.local.healthcheck;

/// The statements of [SnapshotReader]; `:from` is the open of the session, or a day ago.
final class HealthQueries {

    static final String FLOW =
            """
            select (select max(ts) from telemetry_1m where ts >= :from) as bar,
                   (select max(ts) from telemetry_1m
                    where ts >= :from and source in ('STREAM', 'STREAM_UPDATE')) as stream_bar,
                   (select max(ts) from lane_features_1m where ts >= :from) as features
            """;

    /// A dispatch ended blind when it expired unseen, when the gate that decided was about
    /// freshness or found an input missing, or when there was no contract because none could be
    /// looked at: no price of the stock, or no answer about its chain.
    static final String ACCOUNTS =
            """
            select a.account_id, stream.beat_at as stream_beat, manager.beat_at as manager_beat,
                   case when stream.reconciled_at is null or stream.reconciled_at < stream.connected_at
                        then stream.connected_at end as unreconciled_since,
                   array(select symbol from active_positions p
                         where p.account_id = a.account_id and p.state in ('OPEN', 'CLOSING')
                         order by symbol) as held,
                   recent.dispatches, recent.blind
            from accounts a
            left join heartbeats stream
                on stream.account_id = a.account_id and stream.service = :stream
            left join heartbeats manager
                on manager.account_id = a.account_id and manager.service = :manager
            cross join lateral (
                select count(*) as dispatches,
                       count(*) filter (where last.status = 'EXPIRED'
                           or last.reason in ('STREAM_READY', 'ACCOUNT_STATUS')
                           or (last.reason = 'SIGNAL_FRESH' and not exists (
                               select from gate_verdicts g where g.dispatch_id = last.dispatch_id
                                   and g.gate = last.reason and g.observed like 'halted since %'))
                           or (last.reason = 'NO_CONTRACT' and not exists (
                               select from contract_candidates c where c.dispatch_id = last.dispatch_id))
                           or exists (select from gate_verdicts g
                               where g.dispatch_id = last.dispatch_id and g.gate = last.reason
                                   and g.observed like 'missing: %')) as blind
                from (select dispatch_id, status, reason from dispatch_executions d
                      where d.account_id = a.account_id and d.created_at >= :from
                          and d.ended_at is not null
                      order by dispatch_id desc limit 10) as last) as recent
            where a.enabled or exists (select from active_positions p
                where p.account_id = a.account_id and p.state in ('OPEN', 'CLOSING'))
            order by a.account_id
            """;

    static final String DOUBTS =
            """
            select account_id, client_order_id as subject,
                   coalesce((select min(recorded_at) from order_events e
                             where e.client_order_id = o.client_order_id and e.status = 'IN_DOUBT'),
                            created_at) as since
            from orders o
            where ended_at is null and state in ('INTENT', 'IN_DOUBT')
            order by created_at
            """;

    static final String IDLE_CLOSES =
            """
            select account_id, symbol as subject,
                   greatest(opened_at,
                       (select max(ended_at) from orders o where o.position_id = p.position_id),
                       (select max(happened_at) from position_events e
                        where e.position_id = p.position_id and e.kind = 'CLOSING'),
                       (select max(at) from trading_halts h where h.ticker = p.ticker)) as since
            from active_positions p
            where state = 'CLOSING' and not exists (
                select from orders o where o.position_id = p.position_id and o.ended_at is null)
            and not exists (
                select from (
                    select is_on, at from trading_halts h where h.ticker = p.ticker
                    order by at desc limit 1) as halt
                where is_on and at >= :from and not exists (
                    select from telemetry_1m b where b.ticker = p.ticker and b.ts >= halt.at))
            order by account_id, symbol
            """;

    static final String UNBOOKED =
            """
            select account_id, client_order_id as subject,
                   coalesce((select min(recorded_at) from order_events e
                             where e.client_order_id = o.client_order_id and e.filled_quantity > 0),
                            created_at) as since
            from orders o
            where created_at > :from and filled_quantity > (
                select coalesce(sum(quantity), 0) from fills f
                where f.client_order_id = o.client_order_id)
            order by created_at
            """;

    static final String WITHOUT_OUTCOME =
            """
            select account_id, symbol as subject, ended_at as since
            from active_positions p
            where ended_at > :from
                and not exists (select from outcomes o where o.position_id = p.position_id)
            order by ended_at
            """;

    static final String DOUBLES =
            """
            select account_id, 'working ' || side || ' of ' || symbol as subject,
                   max(created_at) as since
            from orders where ended_at is null
            group by account_id, symbol, side having count(*) > 1
            union all
            select d.account_id, d.cause || ' dispatch of signal ' || d.signal_id, max(d.created_at)
            from dispatch_recommendations r join dispatch_executions d using (signal_id)
            where r.created_at > :from
            group by d.account_id, d.signal_id, d.cause having count(*) > 1
            """;

    static final String TALLIES =
            """
            select known.job, known.account_id, count(*) as runs,
                   count(*) filter (where last.status = 'FAILED') as failed,
                   (array_agg(last.note order by last.run_id desc)
                       filter (where last.status = 'FAILED'))[1] as reason
            from (select distinct job, account_id from job_runs where started_at > :from) as known
            cross join lateral (
                select run_id, status, note from job_runs r
                where r.job = known.job and r.account_id is not distinct from known.account_id
                    and r.started_at > :from and r.finished_at is not null
                order by r.started_at desc, r.run_id desc limit 10) as last
            group by known.job, known.account_id order by known.job, known.account_id
            """;

    static final String UNFINISHED =
            """
            select known.job, known.account_id, last.started_at
            from (select distinct job, account_id from job_runs where started_at > :from) as known
            cross join lateral (
                select status, started_at from job_runs r
                where r.job = known.job and r.account_id is not distinct from known.account_id
                    and r.started_at > :from
                order by r.started_at desc, r.run_id desc limit 1) as last
            where last.status = 'RUNNING' order by known.job, known.account_id
            """;

    /// The last success since the open of each job: the shared ones, and the others by account.
    static final String DONE =
            """
            with known as (
                select job, null::text as account_id, 0 as cadence_seconds
                from unnest(:shared::text[]) as job
                union all
                select job, a.account_id, a.cadence_seconds
                from unnest(:owned::text[]) as job cross join accounts a where a.enabled)
            select known.job, known.account_id, known.cadence_seconds, last.finished_at
            from known
            left join lateral (
                select finished_at from job_runs r
                where r.job = known.job and r.account_id is not distinct from known.account_id
                    and r.started_at > :from and r.status = 'DONE'
                order by r.started_at desc, r.run_id desc limit 1) as last on true
            order by known.job, known.account_id
            """;

    private HealthQueries() {}
}
