package io.opspipeline.reliability.world;

import com.zaxxer.hikari.HikariDataSource;
import io.opspipeline.local.postgres.LocalPostgres;
import io.opspipeline.persistence.DatabaseAddress;
import io.opspipeline.persistence.schema.SchemaMigration;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Migrated databases by copying one that was migrated once. A copy that is given back is emptied
/// and lent again: to copy and to drop one costs a second or two.
public final class ScratchDatabases implements AutoCloseable {

    private static final String PREFIX = "reliability_";
    private static final int CONNECTIONS = 8;

    /// Empties what has rows, and lets every sequence begin anew: a world must not know of the one
    /// before it.
    private static final String EMPTY =
            """
            do $$
            declare
                name text;
                filled text[] := '{}';
                is_filled boolean;
            begin
                for name in
                    select oid::regclass from pg_class
                    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                    and not relispartition and relname not like 'flyway%'
                loop
                    execute format('select exists (select from %s)', name) into is_filled;
                    if is_filled then
                        filled := filled || name;
                    end if;
                end loop;
                if filled <> '{}' then
                    execute format('truncate %s cascade', array_to_string(filled, ', '));
                end if;
                perform setval(format('%I.%I', schemaname, sequencename), start_value, false)
                from pg_sequences where last_value is not null;
            end $$
            """;

    private final LocalPostgres postgres;
    private final String template;
    private final Queue<Kept> idle = new ArrayDeque<>();
    private final List<Kept> all = new ArrayList<>();

    private ScratchDatabases(LocalPostgres postgres, String template) {
        this.postgres = postgres;
        this.template = template;
    }

    /// Starts the local server if need be, and makes the template.
    ///
    /// @param home where the server keeps its data
    public static ScratchDatabases in(Path home) {
        LocalPostgres postgres = LocalPostgres.in(home);
        postgres.start();
        postgres.databases(PREFIX).stream()
                .filter(ScratchDatabases::isOrphan)
                .forEach(postgres::drop);
        String template = name("template");
        postgres.create(template);
        try (var pool = postgres.address(template).pool("template", 2)) {
            new SchemaMigration(pool).migrate();
        }
        return new ScratchDatabases(postgres, template);
    }

    /// An empty one. The server, which stops when nobody uses it, hears of it: many worlds take
    /// longer than it waits.
    public Scratch fresh() {
        postgres.touch();
        Kept kept = taken();
        return new Scratch(kept.address, kept.pool, kept.sessions, () -> giveBack(kept));
    }

    /// Drops all of them.
    @Override
    public synchronized void close() {
        for (Kept kept : all) {
            kept.pool.close();
            kept.sessions.close();
            postgres.drop(kept.name);
        }
        postgres.drop(template);
    }

    private synchronized Kept taken() {
        Kept kept = idle.poll();
        if (kept == null) {
            kept = copied();
            all.add(kept);
        }
        return kept;
    }

    private Kept copied() {
        String name = name("world");
        postgres.copy(template, name);
        DatabaseAddress address = postgres.address(name);
        keepPlans(name, address);
        return new Kept(
                name,
                address,
                address.pool("world", CONNECTIONS),
                new LentSessions(address.pool("sessions", CONNECTIONS)));
    }

    /// A world asks the same few statements of a few rows, thousands of times: to plan each anew
    /// would take half of the server's time.
    private static void keepPlans(String name, DatabaseAddress address) {
        JdbcClient.create(address.sessions("plans"))
                .sql("alter database %s set plan_cache_mode = force_generic_plan".formatted(name))
                .update();
    }

    private void giveBack(Kept kept) {
        JdbcClient.create(kept.pool).sql(EMPTY).update();
        synchronized (this) {
            idle.add(kept);
        }
    }

    /// A copy that is lent to one world after the other.
    private record Kept(
            String name, DatabaseAddress address, HikariDataSource pool, LentSessions sessions) {}

    private static String name(String kind) {
        return "%s%d_%s_%s"
                .formatted(
                        PREFIX,
                        ProcessHandle.current().pid(),
                        kind,
                        UUID.randomUUID().toString().replace("-", ""));
    }

    /// True for what a process has left behind that was killed.
    private static boolean isOrphan(String database) {
        String pid = database.substring(PREFIX.length(), database.indexOf('_', PREFIX.length()));
        return ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }
}
