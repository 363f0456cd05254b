package io.opspipeline.persistence.schema;

import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.store.Schema;

/// The check at the start of a service, one look at the history of migrations. [SchemaMigration]
/// compares every migration with its file.
public final class PostgresSchema implements Schema {

    /// The newest migration.
    static final String NEEDED = "022";

    private final Database database;

    /// The schema of a database.
    public PostgresSchema(Database database) {
        this.database = database;
    }

    @Override
    public void requireCurrent() {
        if (!hasReached(NEEDED)) {
            throw new SchemaException(
                    "the database has not reached migration %s, which this build needs; migrate it first"
                            .formatted(NEEDED));
        }
    }

    private boolean hasReached(String version) {
        return database.jdbc()
                .sql(
                        """
                        select exists (select from flyway_schema_history where version = :version and success)
                        """)
                .param("version", version)
                .query(Boolean.class)
                .single();
    }
}
