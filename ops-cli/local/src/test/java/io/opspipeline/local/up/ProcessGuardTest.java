package io.opspipeline.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opspipeline.local.up.ProcessState.State;
import io.opspipeline.runtime.time.MachineTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProcessGuardTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private final Fleet fleet =
            new Fleet(
                    MachineTime.clock(),
                    (name, what, restarts) ->
                            ends.add("%s %s, %d".formatted(name, what, restarts)));
    private final ProcessGuard guard = new ProcessGuard(fleet, Duration.ofMillis(100));

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @AfterEach
    void stop() {
        guard.close();
        fleet.stop();
    }

    @Test
    @DisplayName("incident 53: a service that hangs and does not die is killed and started again")
    void startsAgainWhatHangs() throws Exception {
        try (var silent = new ServerSocket(0, 50, LOOPBACK)) {
            ManagedProcess process = start("dispatcher", silent.getLocalPort());
            long first = ready(process).pid().orElseThrow();

            lookUntilEnded();

            assertThat(ready(process).pid().orElseThrow()).isNotEqualTo(first);
            assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }

    @Test
    @DisplayName("an unhealthy answer is an answer: red is no reason to kill")
    void leavesAloneWhatAnswers() throws Exception {
        var answered = new Semaphore(0);
        HttpServer red = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        red.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(503, -1);
                    exchange.close();
                    answered.release();
                });
        red.start();
        try {
            ManagedProcess process = start("dispatcher", red.getAddress().getPort());
            long first = ready(process).pid().orElseThrow();

            while (!answered.tryAcquire(2 * ProcessGuard.UNANSWERED)) {
                guard.look();
            }

            assertThat(ends).isEmpty();
            assertThat(process.state().pid()).hasValue(first);
        } finally {
            red.stop(0);
        }
    }

    @Test
    @DisplayName("the exchange is not killed: the run would end with it")
    void leavesTheExchangeAlone() throws Exception {
        try (var silent = new ServerSocket(0, 50, LOOPBACK)) {
            ManagedProcess exchange = start(ExchangeProcess.NAME, silent.getLocalPort());
            ManagedProcess process = start("signals", silent.getLocalPort());
            long first = ready(exchange).pid().orElseThrow();
            var _ = ready(process);

            lookUntilEnded();

            assertThat(exchange.state().pid()).hasValue(first);
        }
    }

    private void lookUntilEnded() throws InterruptedException {
        String end = null;
        while (end == null) {
            guard.look();
            end = ends.poll(10, TimeUnit.MILLISECONDS);
        }
        assertThat(end).endsWith(" hung, 1");
    }

    private ManagedProcess start(String name, int port) throws IOException {
        return fleet.start(
                new ProcessPlan(
                        name,
                        List.of("sh", "-c", "echo ready " + port + "; cat >/dev/null"),
                        Map.of(),
                        folder.resolve(name + ".out")));
    }

    private static ProcessState ready(ManagedProcess process) {
        ProcessState state = process.state();
        while (state.state() != State.READY) {
            Thread.onSpinWait();
            state = process.state();
        }
        return state;
    }
}
