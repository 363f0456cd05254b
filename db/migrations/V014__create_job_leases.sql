-- Who owns which job. Whether the owner lives is told by an advisory lock, which ends with its session;
-- this row outlives the session, so that the intents of an owner that lost it are refused once another took over.
create table job_leases (
    lease_id    bigint generated always as identity primary key,
    job         text not null check (job in ('TELEMETRY', 'FEATURES', 'SIGNALS', 'WATCHLIST', 'DISPATCHER',
                    'TRADE_STREAM', 'POSITION_MANAGER', 'EQUITY_SNAPSHOT', 'IV_RECORD', 'REPORT')),
    account_id  text references accounts,
    owner       text not null check (owner <> ''),
    term        bigint not null check (term > 0),
    taken_at    timestamptz not null,
    unique nulls not distinct (job, account_id)
);

-- Unfinished runs are few and asked for often: by health, and by each new owner.
create index job_runs_unfinished on job_runs (job, started_at) where status = 'RUNNING';
