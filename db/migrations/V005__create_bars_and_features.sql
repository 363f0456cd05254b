-- Minute bars and the features made from them, partitioned by day so that old days are dropped whole.
create table telemetry_1m (
    ticker    text not null,
    ts        timestamptz not null,
    open      numeric not null check (open >= 0),
    high      numeric not null check (high >= 0),
    low       numeric not null check (low >= 0),
    close     numeric not null check (close >= 0),
    volume    bigint not null check (volume >= 0),
    source    text not null check (source in ('STREAM', 'STREAM_UPDATE', 'REST')),
    feed      text not null,
    stored_at timestamptz not null,
    primary key (ticker, ts),
    check (high >= low)
) partition by range (ts);
create index telemetry_1m_ts on telemetry_1m (ts);

-- Minutes of a session that have no bar and are known to have none.
create table telemetry_gaps (
    ticker      text not null,
    ts          timestamptz not null,
    reason      text not null check (reason in ('NO_TRADES', 'SOURCE_UNAVAILABLE')),
    recorded_at timestamptz not null,
    primary key (ticker, ts)
);

create table corporate_actions (
    ticker        text not null,
    kind          text not null check (kind in ('FORWARD_SPLIT', 'REVERSE_SPLIT')),
    effective_on  date not null,
    old_rate      numeric not null check (old_rate > 0),
    new_rate      numeric not null check (new_rate > 0),
    recorded_at   timestamptz not null,
    primary key (ticker, kind, effective_on)
);

create table lane_features_1m (
    ticker           text not null,
    ts               timestamptz not null,
    close            numeric not null,
    sma20            double precision,
    sma50            double precision,
    volume_ratio     double precision,
    trend_state      smallint check (trend_state in (-1, 0, 1)),
    run_length       integer not null check (run_length >= 0),
    distance_sma20   double precision,
    breakout         smallint check (breakout in (-1, 0, 1)),
    alignment        double precision check (alignment between 0 and 1),
    recent_vol       double precision check (recent_vol >= 0),
    atr14            double precision check (atr14 >= 0),
    rsi14            double precision check (rsi14 between 0 and 100),
    vwap             double precision check (vwap >= 0),
    computed_at      timestamptz not null,
    primary key (ticker, ts)
) partition by range (ts);
create index lane_features_1m_ts on lane_features_1m (ts);

-- Makes sure the partitions of one UTC day exist, for both tables. Creating one locks the whole
-- table, so it is looked for first; two creators take turns, so neither fails on the other.
create function ensure_day_partitions(day date) returns void language plpgsql as $$
declare
    parent text;
    partition text;
begin
    foreach parent in array array['telemetry_1m', 'lane_features_1m'] loop
        partition := parent || '_' || to_char(day, 'YYYYMMDD');
        if to_regclass(quote_ident(partition)) is null then
            perform pg_advisory_xact_lock(hashtextextended('ensure_day_partitions', 0));
            execute format(
                'create table if not exists %I partition of %I for values from (%L) to (%L)',
                partition, parent,
                day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
        end if;
    end loop;
end $$;
