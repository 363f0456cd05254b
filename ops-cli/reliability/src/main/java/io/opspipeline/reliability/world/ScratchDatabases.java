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
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Migrated databases by copying one that was migrated once. A copy that is given back is emptied
/// and lent again: to copy and to drop one costs a second or two.
public final class ScratchDatabases implements AutoCloseable {

    private static final String PREFIX = "reliability_";
    private static final int CONNECTIONS = 8;

    /// After a vacuum every kept plan is made anew, without one dead rows pile up.
    private static final int WORLDS_BETWEEN_VACUUMS = 12;

    private static final String TABLES =
            """
            select string_agg(oid::regclass::text, ', ') from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
            and not relispartition and relname not like 'flyway%'
            """;

    private final LocalPostgres postgres;
    private final String template;
    private final String tables;
    private final Queue<Kept> idle = new ArrayDeque<>();
    private final List<Kept> all = new ArrayList<>();

    private ScratchDatabases(LocalPostgres postgres, String template, String tables) {
        this.postgres = postgres;
        this.template = template;
        this.tables = tables;
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
            String tables = JdbcClient.create(pool).sql(TABLES).query(String.class).single();
            return new ScratchDatabases(postgres, template, tables);
        }
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
                new LentSessions(address.pool("sessions", CONNECTIONS)),
                new AtomicInteger());
    }

    /// A world asks the same few statements of a few rows, thousands of times: to plan each anew
    /// would take half of the server's time.
    private static void keepPlans(String name, DatabaseAddress address) {
        JdbcClient.create(address.sessions("plans"))
                .sql("alter database %s set plan_cache_mode = force_generic_plan".formatted(name))
                .update();
    }

    private void giveBack(Kept kept) {
        JdbcClient database = JdbcClient.create(kept.pool);
        database.sql(emptying(tables)).update();
        if (kept.worlds.incrementAndGet() % WORLDS_BETWEEN_VACUUMS == 0) {
            database.sql("vacuum " + tables).update();
        }
        synchronized (this) {
            idle.add(kept);
        }
    }

    /// Empties every table, and lets every sequence begin anew: a world must not know of the one
    /// before it. To truncate would cost more, as it makes new files for each. No reference is
    /// checked between rows that all go.
    private static String emptying(String tables) {
        return """
        do $$
        declare
            name text;
        begin
            set local session_replication_role = replica;
            foreach name in array string_to_array('%s', ', ')
            loop
                execute 'delete from ' || name;
            end loop;
            perform setval(schemaname || '.' || sequencename, start_value, false)
            from pg_sequences where last_value is not null;
        end $$
        """
                .formatted(tables);
    }

    /// A copy that is lent to one world after the other.
    ///
    /// @param worlds how many have given it back
    private record Kept(
            String name,
            DatabaseAddress address,
            HikariDataSource pool,
            LentSessions sessions,
            AtomicInteger worlds) {}

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
