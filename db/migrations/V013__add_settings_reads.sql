-- What every service made of the stored settings, so that status and the dispatcher see a refused
-- value whichever process met it; and what an undo needs to know of a change.
create table settings_reads (
    service   text primary key check (service <> ''),
    mode      text not null check (mode in ('SIMULATED', 'PAPER', 'LIVE')),
    prefixes  text[] not null,
    read_at   timestamptz not null
);

-- Values that are in force in a service and are not the default.
create table settings_in_force (
    service  text not null references settings_reads,
    key      text not null,
    value    text not null,
    source   text not null check (source in ('FILE', 'STORED', 'COMMAND_LINE')),
    primary key (service, key)
);

-- Stored values that a service refuses; the row goes when the value is good again.
create table settings_faults (
    service  text not null references settings_reads,
    key      text not null,
    reason   text not null check (reason <> ''),
    since    timestamptz not null,
    primary key (service, key)
);

alter table settings_audit
    add column old_expires_at timestamptz,
    add column new_expires_at timestamptz,
    add column undoes bigint unique references settings_audit;
