-- Orders, their events and fills, the positions that fills make, and how each ended.
create table active_positions (
    position_id          bigint generated always as identity primary key,
    account_id           text not null references accounts,
    dispatch_id          bigint references dispatch_executions,
    ticker               text not null,
    symbol               text not null,
    instrument_type      text not null check (instrument_type in ('CALL', 'PUT', 'STOCK')),
    strike               numeric,
    expiry               date,
    multiplier           integer not null,
    strategy             text not null check (strategy in ('SWING', 'DAY')),
    origin               text not null check (origin in ('DISPATCH', 'ADOPTED')),
    state                text not null check (state in ('OPEN', 'CLOSING', 'CLOSED', 'EXPIRED', 'ASSIGNED', 'EXERCISED', 'RECONCILED')),
    quantity             integer not null check (quantity >= 0),
    bought_quantity      integer not null check (bought_quantity >= 1),
    bought_value         numeric not null check (bought_value >= 0),
    sold_quantity        integer not null check (sold_quantity >= 0),
    sold_value           numeric not null check (sold_value >= 0),
    entry_price          numeric not null check (entry_price >= 0),
    stop_loss            numeric not null check (stop_loss >= 0),
    take_profit          numeric not null check (take_profit >= 0),
    entry_spread         numeric check (entry_spread >= 0),
    entry_delta          double precision,
    entry_implied_vol    double precision,
    underlying_at_entry  numeric check (underlying_at_entry > 0),
    max_hold_minutes     integer check (max_hold_minutes > 0),
    max_hold_sessions    integer check (max_hold_sessions > 0),
    peak_mark            numeric check (peak_mark >= 0),
    trough_mark          numeric check (trough_mark >= 0),
    last_mark            numeric check (last_mark >= 0),
    last_mid             numeric check (last_mid >= 0),
    last_mark_at         timestamptz,
    day_basis            numeric check (day_basis >= 0),
    day_basis_on         date,
    partial_taken        boolean not null,
    closing_rule         text check (closing_rule in ('KILL_SWITCH', 'DAILY_LOSS', 'EXPIRY', 'END_OF_DAY', 'STOP_LOSS', 'UNDERLYING_STOP',
                             'TAKE_PROFIT', 'UNDERLYING_TARGET', 'TRAILING_STOP', 'PARTIAL', 'MAX_HOLD')),
    opened_at            timestamptz not null,
    ended_at             timestamptz,
    end_reason           text,
    build_id             text not null check (build_id <> ''),
    check ((instrument_type in ('CALL', 'PUT') and strike is not null and expiry is not null and multiplier = 100)
           or (instrument_type = 'STOCK' and strike is null and expiry is null and multiplier = 1)),
    check ((strategy = 'DAY' and max_hold_minutes is not null and max_hold_sessions is null)
           or (strategy = 'SWING' and max_hold_sessions is not null and max_hold_minutes is null)),
    check ((state in ('OPEN', 'CLOSING')) = (ended_at is null)),
    check ((ended_at is null) = (end_reason is null)),
    check ((state in ('OPEN', 'CLOSING')) = (quantity > 0)),
    check (state not in ('OPEN', 'CLOSING', 'CLOSED') or quantity = bought_quantity - sold_quantity)
);
create unique index active_positions_held on active_positions (account_id, symbol) where state in ('OPEN', 'CLOSING');
create index active_positions_ended on active_positions (account_id, ended_at) where ended_at is not null;

create table orders (
    client_order_id  text primary key,
    account_id       text not null references accounts,
    dispatch_id      bigint references dispatch_executions,
    position_id      bigint references active_positions,
    exit_rule        text check (exit_rule in ('KILL_SWITCH', 'DAILY_LOSS', 'EXPIRY', 'END_OF_DAY', 'STOP_LOSS', 'UNDERLYING_STOP',
                         'TAKE_PROFIT', 'UNDERLYING_TARGET', 'TRAILING_STOP', 'PARTIAL', 'MAX_HOLD')),
    symbol           text not null,
    side             text not null check (side in ('BUY', 'SELL')),
    quantity         integer not null check (quantity >= 1),
    order_type       text not null check (order_type in ('LIMIT', 'MARKET')),
    limit_price      numeric check (limit_price > 0),
    attempt          integer not null check (attempt >= 1),
    state            text not null check (state in ('INTENT', 'IN_DOUBT', 'SUBMITTED', 'PARTIALLY_FILLED', 'PENDING_CANCEL',
                         'FILLED', 'CANCELED', 'EXPIRED', 'REJECTED', 'LOST')),
    reason           text,
    broker_order_id  text unique,
    filled_quantity  integer not null check (filled_quantity >= 0), -- above quantity when the broker overfills
    filled_value     numeric not null check (filled_value >= 0),
    quote_bid        numeric,
    quote_ask        numeric,
    created_at       timestamptz not null,
    ended_at         timestamptz,
    check ((side = 'BUY') = (dispatch_id is not null and position_id is null and exit_rule is null)),
    check ((side = 'SELL') = (position_id is not null and exit_rule is not null and dispatch_id is null)),
    check ((order_type = 'LIMIT') = (limit_price is not null)),
    check (order_type = 'LIMIT' or side = 'SELL'),
    check ((state in ('INTENT', 'IN_DOUBT', 'SUBMITTED', 'PARTIALLY_FILLED', 'PENDING_CANCEL')) = (ended_at is null))
);
create index orders_working on orders (account_id, symbol) where ended_at is null;
create index orders_dispatch on orders (dispatch_id) where dispatch_id is not null;
create index orders_position on orders (position_id) where position_id is not null;
create index orders_age on orders (created_at);

-- Every change of an order that we made or learnt, as it came; an event is stored once.
create table order_events (
    event_id         bigint generated always as identity primary key,
    client_order_id  text not null references orders,
    source           text not null check (source in ('OURS', 'STREAM', 'ANSWER', 'BOOKS')),
    status           text not null,
    filled_quantity  integer not null check (filled_quantity >= 0),
    execution_id     text,
    detail           text,
    happened_at      timestamptz not null,
    recorded_at      timestamptz not null,
    unique nulls not distinct (client_order_id, source, status, filled_quantity, execution_id, happened_at)
);

create table fills (
    client_order_id  text not null references orders,
    fill_id          text not null,
    account_id       text not null references accounts,
    position_id      bigint not null references active_positions,
    side             text not null check (side in ('BUY', 'SELL')),
    quantity         integer not null check (quantity >= 1),
    price            numeric not null check (price >= 0),
    fees             numeric not null check (fees >= 0),
    filled_at        timestamptz not null,
    primary key (client_order_id, fill_id)
);
create index fills_account on fills (account_id, filled_at);
create index fills_position on fills (position_id);

create table position_events (
    event_id     bigint generated always as identity primary key,
    position_id  bigint not null references active_positions,
    account_id   text not null references accounts,
    kind         text not null,
    detail       text not null,
    happened_at  timestamptz not null
);
create index position_events_position on position_events (position_id, event_id);

create table outcomes (
    position_id       bigint primary key references active_positions,
    account_id        text not null references accounts,
    ticker            text not null,
    symbol            text not null,
    strategy          text not null check (strategy in ('SWING', 'DAY')),
    instrument_type   text not null check (instrument_type in ('CALL', 'PUT', 'STOCK')),
    end_state         text not null check (end_state in ('CLOSED', 'EXPIRED', 'ASSIGNED', 'EXERCISED', 'RECONCILED')),
    exit_reason       text not null,
    quantity          integer not null check (quantity >= 1),
    entry_price       numeric not null,
    exit_price        numeric,
    pnl               numeric,
    fees              numeric not null check (fees >= 0),
    return_share      double precision,
    r_multiple        double precision,
    mae               numeric,
    mfe               numeric,
    held_seconds      bigint not null check (held_seconds >= 0),
    confidence        double precision,
    entry_features    jsonb,
    entry_implied_vol double precision,
    entry_spread      numeric,
    feed              text,
    opened_at         timestamptz not null,
    ended_at          timestamptz not null,
    check ((end_state = 'RECONCILED') = (pnl is null))
);
create index outcomes_account on outcomes (account_id, ended_at);
create index outcomes_ticker on outcomes (ticker, ended_at);
