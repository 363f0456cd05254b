package io.opspipeline.persistence.schema;

import static io.opspipeline.persistence.schema.PostgresSchema.NEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.persistence.sql.Database;
import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.RepositoryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresExtension.class)
class PostgresSchemaTest {

    private Database database;
    private PostgresSchema schema;

    @BeforeEach
    void open(DataSource source) {
        database = Database.over(source);
        schema = new PostgresSchema(database);
    }

    @Test
    void needsTheNewestMigration() throws IOException {
        try (Stream<String> names =
                Files.list(RepositoryFiles.root().resolve("db/migrations"))
                        .map(file -> file.getFileName().toString())) {
            assertThat(names.max(String::compareTo).orElseThrow())
                    .startsWith("V" + PostgresSchema.NEEDED + "__");
        }
    }

    @Test
    void acceptsNewerOnes() {
        assertThatCode(schema::requireCurrent).doesNotThrowAnyException();
        database.jdbc()
                .sql(
                        "update flyway_schema_history set version = '999', installed_rank = 999 where version = '001'")
                .update();
        assertThatCode(schema::requireCurrent).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @DisplayName("incident 65: a database that is behind the code is refused")
    @ValueSource(
            strings = {
                "delete from flyway_schema_history where version = '" + NEEDED + "'",
                "update flyway_schema_history set success = false where version = '" + NEEDED + "'",
                "delete from flyway_schema_history",
                "drop table flyway_schema_history"
            })
    void refusesWhatIsBehind(String statement) {
        database.jdbc().sql(statement).update();

        assertThatThrownBy(schema::requireCurrent)
                .hasMessageMatching("(?s).*(migration " + NEEDED + "|flyway_schema_history).*");
    }
}
