-- Accounts are data: one row each, and every other money table points here by id (never by free text).
create table accounts (
    account_id          text primary key check (account_id ~ '^[a-z][a-z0-9-]{0,31}$'),
    broker_number       text not null unique,
    strategy            text not null check (strategy in ('SWING', 'DAY')),
    tier                text not null check (tier in ('TINY', 'SMALL', 'MEDIUM', 'LARGE')),
    actions             text not null check (actions in ('OPTIONS_ONLY', 'HYBRID')),
    cadence_seconds     integer not null check (cadence_seconds between 1 and 3600),
    daily_loss_limit    numeric not null check (daily_loss_limit > 0),
    max_positions       integer not null check (max_positions >= 1),
    daily_entries       integer not null check (daily_entries >= 1),
    max_exposure        numeric not null check (max_exposure > 0),
    enabled             boolean not null,
    registered_at       timestamptz not null
);

-- What each account may do now, with why and until when; absent means ACTIVE.
create table trading_states (
    account_id  text primary key references accounts,
    state       text not null check (state in ('ACTIVE', 'REDUCING', 'HALTED')),
    reason      text not null check (reason <> ''),
    until       timestamptz,
    changed_at  timestamptz not null
);

create table trading_state_events (
    event_id    bigint generated always as identity primary key,
    account_id  text not null references accounts,
    state       text not null check (state in ('ACTIVE', 'REDUCING', 'HALTED')),
    reason      text not null check (reason <> ''),
    until       timestamptz,
    changed_at  timestamptz not null
);
create index trading_state_events_account on trading_state_events (account_id, changed_at);
