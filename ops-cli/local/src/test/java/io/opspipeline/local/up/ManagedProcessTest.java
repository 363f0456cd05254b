package io.opspipeline.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.local.up.ProcessState.State;
import io.opspipeline.runtime.time.MachineTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ManagedProcessTest {

    /// Ready at once, ends when its input does.
    private static final String OBEDIENT = "echo ready 7; cat >/dev/null";

    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set by each test
    private ManagedProcess process;

    @AfterEach
    void stop() {
        process.tellToStop();
        process.awaitStopped(Duration.ofSeconds(20));
    }

    @Test
    @DisplayName("incident 53: a killed process is started again, and somebody is told")
    void startsAgainWhatWasKilled() throws InterruptedException {
        start(OBEDIENT);
        long first = ready().pid().orElseThrow();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo("test was killed by signal 9, 1");
        ProcessState again = ready();
        assertThat(again.pid().orElseThrow()).isNotEqualTo(first);
        assertThat(again.restarts()).isEqualTo(1);
        assertThat(again.port()).hasValue(7);
    }

    @Test
    void saysHowItEnded() throws InterruptedException {
        start("exit 3");

        assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo("test ended with exit code 3, 1");
        assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo("test ended with exit code 3, 2");
    }

    @Test
    @DisplayName("incident 53: a process that cannot be watched is ended and started again")
    void goesOnAfterWhatItCannotRead() throws InterruptedException {
        start("echo ready or not; cat >/dev/null");

        assertThat(ends.poll(20, TimeUnit.SECONDS)).startsWith("test could not be watched: ");
        assertThat(ends.poll(20, TimeUnit.SECONDS)).endsWith(", 2");
    }

    @Test
    void staysStoppedAndStartsWhenTold() {
        start(OBEDIENT);
        long first = ready().pid().orElseThrow();

        process.tellToStop();
        process.awaitStopped(Duration.ofSeconds(20));
        assertThat(process.state().state()).isEqualTo(State.STOPPED);
        assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(ends).isEmpty();

        process.start();
        assertThat(ready().pid().orElseThrow()).isNotEqualTo(first);
    }

    @Test
    @DisplayName("a restart is not lost when the process takes long to end")
    void startsAgainWhatEndsLate() {
        // What it leaves behind holds its output for longer than its end is waited for.
        start("sleep 3 & echo ready 1; cat >/dev/null; wait");
        long first = ready().pid().orElseThrow();

        process.tellToStop();
        process.awaitStopped(Duration.ofMillis(100));
        assertThat(process.state().state()).isNotEqualTo(State.STOPPED);
        process.start();

        ProcessState state = process.state();
        while (state.state() != State.READY || state.pid().stream().noneMatch(p -> p != first)) {
            Thread.onSpinWait();
            state = process.state();
        }
        assertThat(ends).isEmpty();
    }

    @Test
    void endsByForceWhatDoesNotStop() {
        start("trap '' TERM; echo ready 1; while true; do sleep 1; done");
        long pid = ready().pid().orElseThrow();

        process.tellToStop();
        process.awaitStopped(Duration.ofMillis(100));

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void hearsWhatItIsTold() throws InterruptedException {
        start("echo ready 1; read line; exit \"$line\"");
        var _ = ready();

        process.say("5");

        assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo("test ended with exit code 5, 1");
    }

    private void start(String script) {
        process =
                new ManagedProcess(
                        new ProcessPlan(
                                "test",
                                List.of("sh", "-c", script),
                                Map.of(),
                                folder.resolve("test.out")),
                        MachineTime.clock(),
                        (name, what, restarts) ->
                                ends.add("%s %s, %d".formatted(name, what, restarts)));
        process.start();
    }

    private ProcessState ready() {
        ProcessState state = process.state();
        while (state.state() != State.READY) {
            Thread.onSpinWait();
            state = process.state();
        }
        return state;
    }
}
