-- Signals to buy, each with every input it was made from.
create table dispatch_recommendations (
    signal_id        bigint generated always as identity primary key,
    ticker           text not null,
    action           text not null check (action in ('BUY_CALL', 'BUY_PUT', 'BUY_STOCK')),
    instrument_type  text not null check (instrument_type in ('CALL', 'PUT', 'STOCK')),
    confidence       double precision not null check (confidence between 0 and 1),
    bar_ts           timestamptz not null,
    close            numeric not null,
    sma20            double precision not null,
    sma50            double precision,
    volume_ratio     double precision not null,
    trend_state      smallint not null check (trend_state in (-1, 0, 1)),
    run_length       integer not null,
    distance_sma20   double precision not null,
    breakout         smallint check (breakout in (-1, 0, 1)),
    alignment        double precision,
    recent_vol       double precision,
    atr14            double precision,
    rsi14            double precision,
    vwap             double precision,
    sentiment        double precision check (sentiment between -1 and 1),
    rule_version     text not null,
    status           text not null check (status in ('OPEN', 'SUPERSEDED', 'EXPIRED')),
    status_reason    text,
    created_at       timestamptz not null,
    expires_at       timestamptz not null,
    unique (ticker, bar_ts)
);
create index dispatch_recommendations_open on dispatch_recommendations (ticker) where status = 'OPEN';
create index dispatch_recommendations_recent on dispatch_recommendations (created_at);
create index dispatch_recommendations_cooldown on dispatch_recommendations (ticker, action, bar_ts);

-- How many evaluations of a run ended in HOLD, by the first condition that failed.
create table signal_holds (
    as_of      timestamptz not null,
    condition  text not null check (condition in ('TREND', 'SIDE', 'VOLUME', 'STRETCHED', 'CONFIDENCE', 'INPUT_ABSENT', 'STALE', 'COOLDOWN')),
    tickers    integer not null check (tickers > 0),
    primary key (as_of, condition)
);

-- Evaluations that failed a single condition, for later judgement of the rule.
create table signal_near_misses (
    ticker         text not null,
    bar_ts         timestamptz not null,
    direction      smallint not null check (direction in (-1, 1)),
    condition      text not null check (condition in ('TREND', 'SIDE', 'VOLUME', 'STRETCHED', 'CONFIDENCE')),
    close          numeric not null,
    volume_ratio   double precision,
    distance_sma20 double precision,
    confidence     double precision,
    recorded_at    timestamptz not null,
    primary key (ticker, bar_ts)
);
create index signal_near_misses_age on signal_near_misses (recorded_at);

create table watchlist_state (
    ticker             text primary key,
    score              double precision not null check (score between 0 and 100),
    setup_score        double precision not null check (setup_score between 0 and 1),
    volume_score       double precision not null check (volume_score between 0 and 1),
    sentiment_score    double precision not null check (sentiment_score between 0 and 1),
    performance_score  double precision not null check (performance_score between 0 and 1),
    rank               integer not null unique deferrable initially deferred check (rank >= 1),
    entered_at         timestamptz not null,
    scored_at          timestamptz not null
);
