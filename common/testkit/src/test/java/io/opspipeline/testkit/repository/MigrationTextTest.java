package io.opspipeline.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.testkit.RepositoryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationTextTest {

    @Test
    void numbersTheMigrationsWithoutGapOrTwin() {
        var files = migrations().toList();
        var expected = IntStream.rangeClosed(1, files.size()).mapToObj("V%03d"::formatted).toList();

        assertThat(files).extracting(file -> name(file).substring(0, 4)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void namesOneChange(Path file) {
        assertThat(name(file)).matches("V\\d{3}__(create|add|change|drop|grant)_[a-z0-9_]+\\.sql");
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void beginsWithItsPurpose(Path file) {
        assertThat(text(file).lines().findFirst().orElseThrow()).matches("-- [A-Z].{20,}");
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void readsNoClockOfTheServer(Path file) {
        assertThat(statements(file))
                .doesNotContainPattern(
                        "\\b(now|clock_timestamp|statement_timestamp|localtimestamp)\\s*\\(")
                .doesNotContain("current_timestamp")
                .doesNotContain("current_date");
    }

    private static Stream<Path> migrations() {
        var folder = RepositoryFiles.root().resolve("db/migrations");
        try (var files = Files.list(folder)) {
            return List.copyOf(files.sorted().toList()).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String statements(Path file) {
        return text(file).replaceAll("--[^\n]*", "").toLowerCase(Locale.ROOT);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
