package io.opspipeline.persistence.schema;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings a database to the schema that this build needs, or says why it is not there.
public final class SchemaMigration {

    private static final String PACKAGED = "classpath:db/migration";

    private final String location;
    private final Flyway flyway;

    /// The migrations packaged with this module.
    public SchemaMigration(DataSource source) {
        this(source, PACKAGED);
    }

    SchemaMigration(DataSource source, String location) {
        this.location = location;
        flyway = Flyway.configure().dataSource(source).locations(location).load();
    }

    /// Applies what is missing.
    ///
    /// @return how many migrations were applied; 0 when the schema was current
    /// @throws SchemaException when no migration is packaged, one was altered after it was applied,
    ///   or one fails
    public int migrate() {
        requireMigrations();
        try {
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException failure) {
            throw new SchemaException("migration failed: " + failure.getMessage(), failure);
        }
    }

    /// Checks, without changing anything, that every packaged migration is applied as it is: the
    /// start-up check of a service. Migrations newer than this build are accepted, because a
    /// deployment migrates first.
    ///
    /// @throws SchemaException saying what is missing or altered
    public void requireCurrent() {
        requireMigrations();
        try {
            flyway.validate();
        } catch (FlywayException failure) {
            throw new SchemaException("schema is not current: " + failure.getMessage(), failure);
        }
    }

    private void requireMigrations() {
        boolean found =
                Arrays.stream(flyway.info().all())
                        .anyMatch(migration -> migration.getState().isResolved());
        if (!found) {
            throw new SchemaException("no migrations found at " + location);
        }
    }
}
