package io.opspipeline.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.positionmanager.PositionManagerApplication;
import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class CallRecordingsTest {

    @TempDir Path folder;

    @Test
    @DisplayName("the recording of a process tells when the threads of a path waited for whom")
    void tellsWhoWasWaitedFor(TestDatabase database) throws IOException, InterruptedException {
        Process program = start(database);
        Calls calls;
        try (var lines = program.inputReader(StandardCharsets.UTF_8)) {
            await(RecordedProgram.BEGIN, lines);
            var recordings = CallRecordings.start(folder, path("main"), _ -> program.pid());
            goOn(program);
            await(RecordedProgram.DONE, lines);
            calls = recordings.end(port(database));
            goOn(program);
        } finally {
            program.destroy();
        }
        List<Instant> moments =
                Files.readAllLines(folder.resolve("moments")).stream().map(Instant::parse).toList();
        var asksDatabase = new Span(moments.get(0), moments.get(1));
        var asksBroker = new Span(moments.get(1), moments.get(2));
        var asksNobody = new Span(moments.get(2), moments.get(3));

        Duration wait = RecordedProgram.WAIT;
        assertThat(calls.database().within(asksDatabase)).isGreaterThanOrEqualTo(wait);
        assertThat(calls.http().within(asksDatabase)).isZero();
        assertThat(calls.http().within(asksBroker)).isGreaterThanOrEqualTo(wait);
        assertThat(calls.database().within(asksBroker)).isPositive();
        assertThat(asksNobody.length()).isGreaterThanOrEqualTo(wait);
        assertThat(calls.http().within(asksNobody)).isZero();
        assertThat(calls.database().within(asksNobody))
                .as("the session that listens waits all the time, on a thread of its own")
                .isZero();

        assertReadsNothing("main", port(database) + 1);
        assertReadsNothing("mai", port(database));
    }

    @Test
    @DisplayName("a process that is gone cannot be recorded, and that is said")
    void saysThatItCannotRecord() throws IOException, InterruptedException {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        assertThatThrownBy(() -> CallRecordings.start(folder, path("main"), _ -> gone.pid()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("JFR.start");
    }

    private void assertReadsNothing(String threads, int port) {
        var reader = new CallReader(port);
        Path recording = folder.resolve("position-manager.jfr");
        assertThatThrownBy(() -> reader.add(recording, path(threads).getFirst()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "position-manager asked the database nothing from a thread named '%s'",
                        threads);
    }

    private static List<Step> path(String threads) {
        return List.of(Step.of(PositionManagerApplication.class, threads));
    }

    private Process start(TestDatabase database) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RecordedProgram.class.getName(),
                        database.url(),
                        database.user(),
                        database.password(),
                        folder.resolve("moments").toString())
                .redirectErrorStream(true)
                .start();
    }

    private static void await(String word, BufferedReader lines) throws IOException {
        List<String> before = new ArrayList<>();
        for (String line = lines.readLine(); !word.equals(line); line = lines.readLine()) {
            assertThat(line).as("it ended after %s", before).isNotNull();
            before.add(line);
        }
    }

    private static void goOn(Process program) throws IOException {
        program.getOutputStream().write('\n');
        program.getOutputStream().flush();
    }

    private static int port(TestDatabase database) {
        return URI.create(database.url().substring("jdbc:".length())).getPort();
    }
}
