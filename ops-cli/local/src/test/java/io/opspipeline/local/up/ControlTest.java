package io.opspipeline.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {

    private static final RunState STATE =
            new RunState(
                    "SIMULATED",
                    "an exchange",
                    Instant.parse("2026-01-15T14:30:00Z"),
                    4711,
                    "running",
                    List.of(
                            new ProcessState(
                                    "dispatcher",
                                    ProcessState.State.READY,
                                    OptionalLong.of(7),
                                    OptionalInt.of(8080),
                                    Instant.parse("2026-01-15T14:30:05Z"),
                                    1,
                                    Optional.empty(),
                                    OptionalLong.of(1024)),
                            new ProcessState(
                                    "ingest",
                                    ProcessState.State.WAITING,
                                    OptionalLong.empty(),
                                    OptionalInt.empty(),
                                    Instant.parse("2026-01-15T14:30:00Z"),
                                    0,
                                    Optional.of("not built yet"),
                                    OptionalLong.empty())),
                    OptionalLong.of(10),
                    OptionalLong.of(100));

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path home;

    @Test
    void bringsTheStateAcross() {
        try (var _ = serve(words -> ControlAnswer.of(STATE))) {
            assertThat(ControlClient.in(home).state()).contains(STATE);
        }
        assertThat(STATE.totalBytes()).isEqualTo(1134);
        assertThat(STATE.isReady()).isTrue();
    }

    @Test
    void bringsWordsAcrossAndTellsWhatFailed() {
        try (var _ = serve(words -> ControlAnswer.refused(words.toString()))) {
            assertThat(ControlClient.in(home).tell("stop  dispatcher tiny"))
                    .contains(ControlAnswer.refused("[stop, dispatcher, tiny]"));
        }
        try (var _ = serve(ControlTest::broken)) {
            assertThat(ControlClient.in(home).tell("state").orElseThrow().message())
                    .isEqualTo("failed: java.lang.IllegalStateException: broken on purpose");
        }
    }

    @Test
    void nothingIsUpWithoutAServer() {
        assertThat(ControlClient.in(home).state()).isEmpty();
        try (var _ = serve(words -> ControlAnswer.of(STATE))) {
            assertThat(new RunFolder(home).socket()).exists();
        }
        assertThat(new RunFolder(home).socket()).doesNotExist();
        assertThat(ControlClient.in(home).state()).isEmpty();
    }

    @Test
    void oneSupervisorHoldsAHome() {
        Path file = new RunFolder(home).lock();
        try (var _ = RunLock.take(file).orElseThrow()) {
            assertThat(RunLock.take(file)).isEmpty();
        }
        assertThat(file).doesNotExist();
        try (var again = RunLock.take(file).orElseThrow()) {
            assertThat(again).isNotNull();
        }
    }

    private static ControlAnswer broken(List<String> words) {
        throw new IllegalStateException("broken on purpose");
    }

    private ControlServer serve(java.util.function.Function<List<String>, ControlAnswer> commands) {
        return ControlServer.start(new RunFolder(home).socket(), commands);
    }
}
