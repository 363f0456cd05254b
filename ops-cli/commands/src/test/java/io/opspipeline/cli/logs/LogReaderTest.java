package io.opspipeline.cli.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.cli.output.Style;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogReaderTest {

    @TempDir private Path folder = Path.of("");

    @Test
    @DisplayName("rotated files, the file of a service and the shared one are read as one")
    void mergesByTime() throws IOException {
        zip("dispatcher.log.2025-06-12.0.gz", line("14:00:01", "dispatcher", "first"));
        write("dispatcher.log", line("14:00:03", "dispatcher", "third"));
        write(
                "demo.log",
                line("14:00:02", "dispatcher", "second"),
                line("14:00:02", "features", "of another"));
        write("features.log", line("14:00:04", "features", "of another too"));

        assertThat(messages(Optional.of("dispatcher"))).containsExactly("first", "second", "third");
        assertThat(messages(Optional.empty()))
                .containsExactly("first", "second", "of another", "third", "of another too");
    }

    @Test
    @DisplayName("the last words of a dying JVM are shown where they stand")
    void keepsWhatIsNoEntry() throws IOException {
        write(
                "signals.log",
                line("14:00:01", "signals", "alive"),
                "# A fatal error has been detected",
                line("14:00:09", "signals", "alive again"));

        assertThat(messages(Optional.of("signals")))
                .containsExactly("alive", "# A fatal error has been detected", "alive again");
    }

    @Test
    @DisplayName("A-123: an entry shows time, level, service and what it is about")
    void showsWhatAnEntryIsAbout() {
        LogEntry entry =
                EcsLines.entry(
                        "dispatcher",
                        """
                        {"@timestamp":"2025-06-12T14:00:01.5Z","log":{"level":"ERROR"},\
                        "message":"not sent","component":"dispatcher","order":"tiny:A:1","run":"7",\
                        "account":"tiny","job":"dispatcher","signal":"3",\
                        "error":{"stack_trace":"java.io.IOException: away\\n\\tat A.b(A.java:1)"}}\
                        """,
                        Optional.empty());

        assertThat(new LogText(Style.plain(), false).lines(entry))
                .containsExactly(
                        "2025-06-12 10:00:01 ERROR dispatcher       not sent account=tiny"
                                + " job=dispatcher order=tiny:A:1 signal=3 run=7",
                        "    java.io.IOException: away");
        assertThat(new LogText(Style.plain(), true).lines(entry)).hasSize(3);
    }

    private List<String> messages(Optional<String> service) throws IOException {
        try (LogReader reader = new LogReader(new LogFolder(folder), service)) {
            return reader.history(Optional.of(Instant.EPOCH)).stream()
                    .map(LogEntry::message)
                    .toList();
        }
    }

    private static String line(String time, String service, String message) {
        return """
        {"@timestamp":"2025-06-12T%sZ","log":{"level":"INFO"},"message":"%s","component":"%s"}\
        """
                .formatted(time, message, service);
    }

    private void write(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name), List.of(lines));
    }

    private void zip(String name, String line) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write((line + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
