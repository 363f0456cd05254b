package io.opspipeline.reliability.world;

import io.opspipeline.local.postgres.LocalPostgres;
import io.opspipeline.persistence.DatabaseAddress;
import io.opspipeline.persistence.schema.SchemaMigration;
import java.nio.file.Path;
import java.util.UUID;

/// Migrated databases by copying one that was migrated once.
public final class ScratchDatabases implements AutoCloseable {

    private static final String PREFIX = "reliability_";
    private static final int CONNECTIONS = 8;

    private final LocalPostgres postgres;
    private final String template;

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

    /// A fresh one.
    public synchronized Scratch fresh() {
        String name = name("world");
        postgres.copy(template, name);
        DatabaseAddress address = postgres.address(name);
        return new Scratch(address, address.pool("world", CONNECTIONS), () -> postgres.drop(name));
    }

    /// Drops the template.
    @Override
    public void close() {
        postgres.drop(template);
    }

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
