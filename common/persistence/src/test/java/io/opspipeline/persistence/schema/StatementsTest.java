package io.opspipeline.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.RepositoryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Besides the tests that run each store, every statement in the sources is planned by PostgreSQL:
/// a table or column that is renamed breaks the build even where no test goes.
@ExtendWith(PostgresExtension.class)
class StatementsTest {

    private static final Pattern TEXT_BLOCK =
            Pattern.compile("\"\"\"\\n(.*?)\"\"\"", Pattern.DOTALL);
    private static final Pattern STATEMENT =
            Pattern.compile("(select|insert|update|delete|with)\\s.*", Pattern.DOTALL);

    /// `:name` and `?`, but neither a cast nor an escaped `::`.
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):[a-zA-Z]\\w*|\\?");

    @Test
    @DisplayName(
            "A-4, incidents 27, 32, 47: a real PostgreSQL plans every statement of every source")
    void plansEveryStatement(DataSource source) throws IOException {
        JdbcClient jdbc = JdbcClient.create(source);
        List<String> statements = statements();
        List<String> broken = new ArrayList<>();
        for (String statement : statements) {
            String planned = PARAMETER.matcher(statement).replaceAll("null");
            try {
                jdbc.sql("explain " + planned).query().listOfRows();
            } catch (DataAccessException refused) {
                broken.add(refused.getMostSpecificCause().getMessage() + " in\n" + statement);
            }
        }
        assertThat(broken).isEmpty();
        assertThat(statements).hasSizeGreaterThan(60);
    }

    /// Statements made of parts (`%s`, `+`) run in the tests of their stores.
    private static List<String> statements() throws IOException {
        try (Stream<Path> files =
                Files.walk(RepositoryFiles.root().resolve("common/persistence/src/main"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .flatMap(StatementsTest::statementsOf)
                    .toList();
        }
    }

    private static Stream<String> statementsOf(Path file) {
        String source = read(file);
        Matcher block = TEXT_BLOCK.matcher(source);
        return block.results()
                .filter(found -> !isPart(source, found.start(), found.end()))
                .map(found -> found.group(1).strip())
                .filter(text -> STATEMENT.matcher(text).matches())
                .filter(text -> !text.contains("%s"));
    }

    private static boolean isPart(String source, int start, int end) {
        return source.substring(0, start).stripTrailing().endsWith("+")
                || source.substring(end).stripLeading().startsWith("+");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
