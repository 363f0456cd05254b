package io.opspipeline.local.up;

import com.zaxxer.hikari.HikariDataSource;
import io.opspipeline.local.postgres.LocalPostgres;
import io.opspipeline.persistence.DatabaseAddress;
import io.opspipeline.persistence.alert.PostgresAlerts;
import io.opspipeline.persistence.schema.SchemaMigration;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.runtime.setting.RunMode;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The database of a run of several processes. A simulated run gets a fresh one, because its
/// exchange is fresh too; paper and live trading each keep theirs for ever, with every commit on
/// disk.
public final class RunningDatabase implements AutoCloseable {

    private static final String FRESH = "up_";
    private static final int CONNECTIONS = 2;

    /// One statement may work on all that a database has kept for years.
    private static final Duration MIGRATION = Duration.ofMinutes(30);

    private final DatabaseAddress address;
    private final HikariDataSource source;

    private RunningDatabase(DatabaseAddress address) {
        this.address = address;
        this.source = address.pool("supervisor", CONNECTIONS);
    }

    /// Creates it where needed, migrates it, and makes it the current one for as long as this
    /// process lives: `halt` and `flatten` must reach this run, whatever a demo does beside it.
    static RunningDatabase open(LocalPostgres postgres, RunMode mode) {
        if (mode != RunMode.SIMULATED) {
            RunningDatabase kept = openKept(postgres, mode);
            postgres.hold(name(mode));
            return kept;
        }
        String fresh = FRESH + UUID.randomUUID().toString().replace("-", "");
        create(postgres, fresh);
        RunningDatabase database = migrated(postgres, fresh);
        postgres.hold(fresh);
        postgres.makeCurrent(fresh, FRESH);
        return database;
    }

    /// Opens the database that a mode keeps for ever: creates it where needed, and migrates it.
    ///
    /// @param mode PAPER or LIVE
    public static RunningDatabase openKept(LocalPostgres postgres, RunMode mode) {
        create(postgres, name(mode));
        keepCommits(postgres, name(mode));
        return migrated(postgres, name(mode));
    }

    private static void create(LocalPostgres postgres, String name) {
        if (!postgres.has(name)) {
            postgres.create(name);
        }
    }

    private static RunningDatabase migrated(LocalPostgres postgres, String name) {
        var database = new RunningDatabase(postgres.address(name));
        try {
            new SchemaMigration(database.address.sessions("migration", MIGRATION)).migrate();
            return database;
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    DatabaseAddress address() {
        return address;
    }

    /// Its connections.
    public DataSource source() {
        return source;
    }

    Alerts alerts() {
        return new PostgresAlerts(Database.over(source));
    }

    @Override
    public void close() {
        source.close();
    }

    /// For connections that are made from now on: before there is a pool.
    private static void keepCommits(LocalPostgres postgres, String name) {
        JdbcClient.create(postgres.address(name).sessions("supervisor"))
                .sql("alter database \"" + name + "\" set synchronous_commit = on")
                .update();
    }

    /// The name of the database that a mode keeps for ever.
    public static String name(RunMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    /// The mode of a database by its name: those of demos and simulated runs are of no other.
    public static RunMode modeOf(String database) {
        return Stream.of(RunMode.PAPER, RunMode.LIVE)
                .filter(mode -> name(mode).equals(database))
                .findFirst()
                .orElse(RunMode.SIMULATED);
    }
}
