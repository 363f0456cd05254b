-- The role under which people run queries of their own: it reads every table and writes none.
-- Roles belong to the server, so another database may have made it, maybe at this very moment.
do $$
begin
    if not exists (select from pg_roles where rolname = 'ops_reader') then
        create role ops_reader nologin nosuperuser nocreatedb nocreaterole noinherit;
    end if;
exception
    when duplicate_object or unique_violation then null;
end $$;

-- Who migrates may act as the reader, and everything it creates later can be read.
grant ops_reader to current_user;
grant usage on schema public to ops_reader;
grant select on all tables in schema public to ops_reader;
alter default privileges in schema public grant select on tables to ops_reader;
revoke execute on function ensure_day_partitions(date) from public;
