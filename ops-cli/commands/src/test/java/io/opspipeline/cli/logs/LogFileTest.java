package io.opspipeline.cli.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("a followed file loses no line and shows none twice")
class LogFileTest {

    @TempDir private Path folder = Path.of("");

    private Path path = Path.of("");

    @BeforeEach
    void name() {
        path = folder.resolve("dispatcher.log");
    }

    @Test
    void waitsForAFileThatIsNotThereYet() throws IOException {
        try (LogFile file = new LogFile(path)) {
            assertThat(file.poll()).isEmpty();
            append("one\n");
            assertThat(file.poll()).containsExactly("one");
            assertThat(file.poll()).isEmpty();
        }
    }

    @Test
    void keepsTheBeginningOfALineUntilItsEndComes() throws IOException {
        append("one\ntw");
        try (LogFile file = new LogFile(path)) {
            assertThat(file.poll()).containsExactly("one");
            append("o\nthrée\n");
            assertThat(file.poll()).containsExactly("two", "thrée");
        }
    }

    @Test
    void readsTheRestOfARotatedFileThenTheNewOne() throws IOException {
        append("one\n");
        try (LogFile file = new LogFile(path)) {
            assertThat(file.poll()).containsExactly("one");
            append("two\n");
            Files.move(path, folder.resolve("dispatcher.log.2025-06-12.0"));
            append("three\n");
            assertThat(file.poll()).containsExactly("two", "three");
            append("four\n");
            assertThat(file.poll()).containsExactly("four");
        }
    }

    @Test
    void startsAgainWhenTheFileWasCut() throws IOException {
        append("one\ntwo\nthree\n");
        try (LogFile file = new LogFile(path)) {
            assertThat(file.poll()).hasSize(3);
            Files.writeString(path, "four\n", StandardOpenOption.TRUNCATE_EXISTING);
            assertThat(file.poll()).containsExactly("four");
        }
    }

    private void append(String text) throws IOException {
        Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
