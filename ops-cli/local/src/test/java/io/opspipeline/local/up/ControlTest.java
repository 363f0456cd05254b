package io.opspipeline.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.testkit.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {

    private static final RunState STATE =
            new RunState(
                    "SIMULATED",
                    "an exchange",
                    Instant.parse("2026-01-15T14:30:00Z"),
                    Optional.of(Instant.parse("2025-06-12T13:30:00Z")),
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
    @DisplayName("the time of a run is what its supervisor tells, while one is up")
    void tellsTheTimeOfTheRun() {
        List<String> told = new ArrayList<>();
        var machine = SettableClock.at("2026-01-15T15:00:00Z");
        var time = new RunTime(ControlClient.in(home), machine, told::add);
        assertThat(time.instant()).isEqualTo(machine.instant());
        try (var _ = serve(words -> ControlAnswer.of(STATE))) {
            assertThat(time.instant()).isEqualTo("2025-06-12T13:30:00Z");
        }
        assertThat(time.instant()).isEqualTo(machine.instant());
        assertThat(told).isEmpty();
    }

    @Test
    void saysThatItTellsAnotherTimeThanTheRun() throws Exception {
        List<String> told = new ArrayList<>();
        var machine = SettableClock.at("2026-01-15T15:00:00Z");
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(new RunFolder(home).socket()));
            var confused = Thread.ofVirtual().start(() -> sayNonsense(socket));
            var time = new RunTime(ControlClient.in(home), machine, told::add);

            assertThat(time.instant()).isEqualTo(machine.instant());
            confused.join();
        }
        assertThat(told)
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("cannot be asked")
                .endsWith("; ages are told by the time of this machine");
    }

    private static void sayNonsense(ServerSocketChannel socket) {
        try (var caller = socket.accept();
                var out = Channels.newOutputStream(caller)) {
            out.write("nonsense\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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
