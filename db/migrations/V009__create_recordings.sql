-- What is recorded from the first day for later rules: implied volatility, option quotes, equity.
create table iv_history (
    ticker         text not null,
    recorded_on    date not null,
    atm_iv_30d     double precision not null check (atm_iv_30d > 0),
    near_expiry    date not null,
    far_expiry     date not null,
    feed           text not null,
    recorded_at    timestamptz not null,
    primary key (ticker, recorded_on)
);

create table option_quotes (
    symbol       text not null,
    ticker       text not null,
    seen_at      timestamptz not null,
    bid          numeric not null check (bid >= 0),
    ask          numeric not null check (ask >= 0),
    bid_size     integer not null check (bid_size >= 0),
    ask_size     integer not null check (ask_size >= 0),
    implied_vol  double precision,
    delta        double precision,
    volume       bigint,
    open_interest integer,
    feed         text not null,
    primary key (symbol, seen_at)
);
create index option_quotes_ticker on option_quotes (ticker, seen_at);
create index option_quotes_age on option_quotes (seen_at);

create table equity_snapshots (
    account_id       text not null references accounts,
    taken_at         timestamptz not null,
    equity           numeric not null,
    cash             numeric not null,
    realised_today   numeric not null,
    unrealised_today numeric not null,
    open_positions   integer not null check (open_positions >= 0),
    primary key (account_id, taken_at)
);

-- One report per session and account.
create table daily_reports (
    session_on   date not null,
    account_id   text not null references accounts,
    equity_start numeric not null,
    equity_end   numeric not null,
    pnl          numeric not null,
    fees         numeric not null,
    closed       integer not null check (closed >= 0),
    wins         integer not null check (wins >= 0),
    losses       integer not null check (losses >= 0),
    still_open   integer not null check (still_open >= 0),
    built_at     timestamptz not null,
    primary key (session_on, account_id)
);
