-- Every run of every job: unique on its identity, with the build that ran it and what it did.
create table job_runs (
    run_id         bigint generated always as identity primary key,
    job            text not null check (job in ('TELEMETRY', 'FEATURES', 'SIGNALS', 'WATCHLIST', 'DISPATCHER',
                       'TRADE_STREAM', 'POSITION_MANAGER', 'EQUITY_SNAPSHOT', 'IV_RECORD', 'REPORT')),
    account_id     text references accounts,
    cause          text not null check (cause in ('SCHEDULE', 'WAKE')),
    scheduled_for  timestamptz not null,
    as_of          timestamptz not null,
    attempt        integer not null check (attempt between 1 and 3),
    status         text not null check (status in ('RUNNING', 'DONE', 'FAILED')),
    items          bigint check (items >= 0),
    expected       bigint check (expected >= 0),
    note           text,
    build_id       text not null check (build_id <> ''),
    started_at     timestamptz not null,
    finished_at    timestamptz,
    check ((status = 'RUNNING') = (finished_at is null)),
    unique nulls not distinct (scheduled_for, job, account_id, cause, attempt)
);
create index job_runs_latest on job_runs (job, started_at desc);
create index job_runs_age on job_runs (started_at);

-- One row per service and account that must show it is alive; the last sign of life wins.
create table heartbeats (
    service       text not null,
    account_id    text references accounts,
    beat_at       timestamptz not null,
    reconciled_at timestamptz,
    connected_at  timestamptz,
    detail        text not null,
    unique nulls not distinct (service, account_id)
);

-- What a service found that its data source can do; shown by status.
create table capabilities (
    name        text primary key,
    value       text not null,
    probed_at   timestamptz not null
);

create table settings (
    key         text primary key,
    value       text not null,
    changed_by  text not null,
    changed_at  timestamptz not null,
    expires_at  timestamptz
);

create table settings_audit (
    audit_id    bigint generated always as identity primary key,
    key         text not null,
    old_value   text,
    new_value   text,
    changed_by  text not null,
    changed_at  timestamptz not null
);
create index settings_audit_key on settings_audit (key, changed_at);

-- One row per thing that a person should know, once per event id.
create table alerts (
    event_id    text primary key,
    severity    text not null check (severity in ('INFO', 'WARNING', 'CRITICAL')),
    account_id  text references accounts,
    message     text not null,
    raised_at   timestamptz not null
);
create index alerts_age on alerts (raised_at);
