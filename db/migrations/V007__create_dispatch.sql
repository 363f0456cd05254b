-- One row per (signal, account), its gates, its candidates and every step it took.
create table dispatch_executions (
    dispatch_id       bigint generated always as identity primary key,
    signal_id         bigint not null references dispatch_recommendations,
    account_id        text not null references accounts,
    ticker            text not null,
    action            text not null check (action in ('BUY_CALL', 'BUY_PUT', 'BUY_STOCK')),
    cause             text not null check (cause in ('SIGNAL', 'ROLL')),
    status            text not null check (status in ('PENDING', 'CLAIMED', 'EXPIRED', 'SUPERSEDED', 'SKIPPED', 'INTENT',
                          'SUBMITTED', 'IN_DOUBT', 'REJECTED', 'FILLED', 'PARTIAL', 'UNFILLED')),
    reason            text,
    claimed_until     timestamptz,
    instrument_type   text check (instrument_type in ('CALL', 'PUT', 'STOCK')),
    symbol            text,
    strike            numeric,
    expiry            date,
    multiplier        integer,
    contracts         integer check (contracts >= 1),
    filled            integer not null check (filled >= 0),
    plan_price        numeric check (plan_price > 0),
    plan_bid          numeric check (plan_bid >= 0),
    plan_implied_vol  double precision,
    plan_delta        double precision,
    notional          numeric check (notional > 0),
    reserved          numeric not null check (reserved >= 0),
    fill_price        numeric check (fill_price > 0),
    execution_mode    text not null check (execution_mode in ('SIMULATED', 'PAPER', 'LIVE')),
    build_id          text not null check (build_id <> ''),
    created_at        timestamptz not null,
    submitted_at      timestamptz,
    ended_at          timestamptz,
    unique (signal_id, account_id, cause),
    check (status not in ('SKIPPED', 'REJECTED', 'UNFILLED', 'EXPIRED', 'SUPERSEDED', 'PARTIAL', 'FILLED')
           or (reason is not null and ended_at is not null)),
    check (status in ('PENDING', 'CLAIMED', 'EXPIRED', 'SUPERSEDED', 'SKIPPED')
           or (symbol is not null and contracts is not null and plan_price is not null and notional is not null)),
    check (symbol is null
           or (instrument_type in ('CALL', 'PUT') and strike is not null and expiry is not null and multiplier = 100)
           or (instrument_type = 'STOCK' and strike is null and expiry is null and multiplier = 1))
);
create index dispatch_executions_live on dispatch_executions (account_id, status)
    where status in ('PENDING', 'CLAIMED', 'INTENT', 'SUBMITTED', 'IN_DOUBT');
create index dispatch_executions_entries on dispatch_executions (account_id, submitted_at) where submitted_at is not null;
create index dispatch_executions_ticker on dispatch_executions (ticker, created_at);

create table dispatch_transitions (
    transition_id bigint generated always as identity primary key,
    dispatch_id   bigint not null references dispatch_executions,
    from_status   text,
    to_status     text not null,
    reason        text not null,
    at            timestamptz not null
);
create index dispatch_transitions_dispatch on dispatch_transitions (dispatch_id);

create table gate_verdicts (
    dispatch_id  bigint not null references dispatch_executions,
    gate         text not null check (gate in ('ENTRY_WINDOW', 'TRADING_STATE', 'STREAM_READY', 'SIGNAL_FRESH', 'CONFIDENCE',
                     'ACTION_ALLOWED', 'DAILY_LOSS', 'MAX_POSITIONS', 'TICKER_COOLDOWN', 'TICKER_DAILY', 'ACCOUNT_DAILY',
                     'PACE', 'DUPLICATE_POSITION', 'CLUSTER', 'ACCOUNT_STATUS', 'EXIT_ROOM', 'COST', 'MAX_EXPOSURE',
                     'RISK_BUDGET', 'BUYING_POWER')),
    result       text not null check (result in ('PASSED', 'FAILED', 'NOT_REACHED')),
    observed     text not null,
    limit_value  text not null,
    primary key (dispatch_id, gate)
);

create table contract_candidates (
    dispatch_id     bigint not null references dispatch_executions,
    symbol          text not null,
    chosen          boolean not null,
    failed_check    text,
    bid             numeric,
    ask             numeric,
    implied_vol     double precision,
    delta           double precision,
    feed_implied_vol double precision,
    feed_delta      double precision,
    volume          bigint,
    open_interest   integer,
    spread_score    double precision,
    volume_score    double precision,
    delta_score     double precision,
    strike_score    double precision,
    score           double precision check (score between 0 and 100),
    primary key (dispatch_id, symbol)
);
