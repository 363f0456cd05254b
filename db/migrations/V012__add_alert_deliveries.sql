-- An alert must reach a person: how each channel got on with it, and what the healthcheck finds
-- wrong now. Several runners may deliver from one database, so each delivery is a row to claim.
alter table alerts add column alert_no bigint generated always as identity;
create unique index alerts_number on alerts (alert_no);

-- A channel begins with the alerts that are new when it is first used.
create table alert_channels (
    channel   text primary key check (channel in ('LOG', 'WEBHOOK', 'MAIL')),
    first_no  bigint not null
);

-- One row per alert and channel. Who claims one moves next_at ahead; if he dies, it is due again then.
create table alert_deliveries (
    event_id  text not null references alerts on delete cascade,
    channel   text not null references alert_channels,
    state     text not null check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    attempts  integer not null check (attempts >= 0),
    due_since timestamptz not null,
    next_at   timestamptz not null,
    failure   text,
    ended_at  timestamptz,
    primary key (event_id, channel),
    check ((state = 'WAITING') = (ended_at is null)),
    check (state <> 'GIVEN_UP' or failure is not null)
);
create index alert_deliveries_due on alert_deliveries (channel, next_at) where state = 'WAITING';
create index alert_deliveries_given_up on alert_deliveries (ended_at) where state = 'GIVEN_UP';

-- Whoever raises an alert wakes the channels, in whatever way it is inserted.
create function tell_of_alert() returns trigger language plpgsql as $$
begin
    perform pg_notify('ops_alerts', new.severity);
    return null;
end $$;
create trigger alerts_told after insert on alerts for each row execute function tell_of_alert();

-- What is wrong now, and since when: the same outage keeps its start, the next one gets its own.
create table health_conditions (
    name       text not null,
    subject    text not null,
    account_id text references accounts,
    severity   text not null check (severity in ('WARNING', 'CRITICAL')),
    message    text not null,
    since      timestamptz not null,
    ended_at   timestamptz,
    primary key (name, subject)
);
