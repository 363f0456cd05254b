package io.opspipeline.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.persistence.sql.Database;
import io.opspipeline.testkit.PostgresExtension;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class SchemaMigrationTest {

    private DataSource source;

    @BeforeEach
    void empty(DataSource database) {
        source = database;
        execute("drop schema public cascade");
        execute("create schema public");
    }

    @Test
    @DisplayName("A-2: an empty database migrates to head; a second run applies nothing")
    void migratesOnce() {
        var migration = new SchemaMigration(source);

        assertThatThrownBy(migration::requireCurrent).isInstanceOf(SchemaException.class);
        assertThat(migration.migrate()).isPositive();
        assertThat(migration.migrate()).isZero();
        migration.requireCurrent();
    }

    @Test
    @DisplayName("A-2, incident 74: an altered migration is refused")
    void refusesAnAlteredMigration() {
        var migration = new SchemaMigration(source);
        assertThat(migration.migrate()).isPositive();
        execute("update flyway_schema_history set checksum = 7 where version = '003'");

        assertThatThrownBy(migration::migrate)
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("checksum");
        assertThatThrownBy(migration::requireCurrent).isInstanceOf(SchemaException.class);
    }

    @Test
    @DisplayName("A-3, incident 75: a jar without migrations refuses to start")
    void refusesAJarWithoutMigrations() {
        var migration = new SchemaMigration(source, "classpath:db/nothing");

        assertThatThrownBy(migration::migrate)
                .isInstanceOf(SchemaException.class)
                .hasMessage("no migrations found at classpath:db/nothing");
        assertThatThrownBy(migration::requireCurrent).isInstanceOf(SchemaException.class);
    }

    private void execute(String sql) {
        Database.over(source).jdbc().sql(sql).update();
    }
}
