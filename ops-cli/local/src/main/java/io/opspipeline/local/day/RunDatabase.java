package io.opspipeline.local.day;

import com.zaxxer.hikari.HikariDataSource;
import io.opspipeline.local.postgres.LocalPostgres;
import io.opspipeline.persistence.DatabaseAddress;
import io.opspipeline.persistence.schema.SchemaMigration;
import java.util.UUID;

/// The fresh database of one run: it becomes the current one when the run succeeds, and is dropped
/// when it does not.
final class RunDatabase implements AutoCloseable {

    /// What the names of runs' databases start with.
    static final String PREFIX = "demo_";

    private static final int CONNECTIONS = 12;

    private final LocalPostgres postgres;
    private final String name;
    private final HikariDataSource source;
    private boolean kept;

    private RunDatabase(LocalPostgres postgres, String name) {
        this.postgres = postgres;
        this.name = name;
        this.source = postgres.address(name).pool("demo", CONNECTIONS);
    }

    /// Creates and migrates it.
    static RunDatabase create(LocalPostgres postgres) {
        postgres.start();
        String name = PREFIX + UUID.randomUUID().toString().replace("-", "");
        postgres.create(name);
        RunDatabase database = new RunDatabase(postgres, name);
        try {
            new SchemaMigration(database.source).migrate();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    HikariDataSource source() {
        return source;
    }

    DatabaseAddress address() {
        return postgres.address(name);
    }

    void keep() {
        postgres.makeCurrent(name, PREFIX);
        kept = true;
    }

    @Override
    public void close() {
        source.close();
        if (!kept) {
            postgres.drop(name);
        }
    }
}
