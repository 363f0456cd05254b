package io.opspipeline.local.up;

import io.opspipeline.local.up.ProcessState.State;
import io.opspipeline.runtime.service.Supervision;
import io.opspipeline.runtime.time.Stopwatch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A process that is started again whenever it ends, until it is stopped. A thread of its own waits
/// for it.
final class ManagedProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ManagedProcess.class);
    private static final Duration LAST = Duration.ofSeconds(1);

    private final ProcessPlan plan;
    private final Clock clock;
    private final Ends ends;
    private State state = State.STOPPED;
    private Instant since;
    private int restarts;
    private Optional<String> detail = Optional.empty();
    private OptionalInt port = OptionalInt.empty();
    private @Nullable Process process;
    private boolean isWanted;
    private Optional<String> forced = Optional.empty();
    private CountDownLatch stopping = new CountDownLatch(0);
    private @Nullable Thread keeper;

    /// Is told when a process has ended by itself.
    @FunctionalInterface
    interface Ends {

        /// A process has ended by itself.
        ///
        /// @param name of the process
        /// @param what how it ended, such as `was killed by signal 9`
        /// @param restarts how often that happened by now
        void ended(String name, String what, int restarts);
    }

    ManagedProcess(ProcessPlan plan, Clock clock, Ends ends) {
        this.plan = plan;
        this.clock = clock;
        this.ends = ends;
        this.since = clock.instant();
    }

    String name() {
        return plan.name();
    }

    /// Starts it, unless it runs. One that is still about to stop is started once it has.
    synchronized void start() {
        isWanted = state != State.STOPPED && stopping.getCount() == 0;
        if (state == State.STOPPED) {
            stopping = new CountDownLatch(1);
            become(State.STARTING, Optional.empty());
            CountDownLatch until = stopping;
            keeper =
                    Thread.ofPlatform()
                            .name("keeper of " + plan.name())
                            .daemon()
                            .start(() -> keep(until));
        }
    }

    /// Tells it to stop; it then has some seconds to do so in order.
    synchronized void tellToStop() {
        isWanted = false;
        stopping.countDown();
        if (process != null) {
            closeInput(process);
        }
    }

    /// Waits until it has stopped, and ends it by force when that takes too long.
    ///
    /// @param patience how long it may take
    void awaitStopped(Duration patience) {
        try {
            Thread waits = keeper();
            if (waits != null && !waits.join(patience)) {
                LOG.warn("{} did not stop within {} and is ended by force", plan, patience);
                destroy();
                waits.join(LAST.toMillis());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Thread keeper() {
        return keeper;
    }

    /// Ends by force a process that hangs; it is started again as any that has ended.
    ///
    /// @param pid of the one that is meant: another may have begun meanwhile
    synchronized void endHung(long pid) {
        if (process != null && process.pid() == pid && state == State.READY) {
            LOG.warn("{} hangs and is ended by force", plan);
            forced = Optional.of("hung");
            process.destroyForcibly();
        }
    }

    private synchronized void destroy() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /// Says a line on its standard input.
    synchronized void say(String line) {
        if (process != null) {
            var writer = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
            writer.println(line);
        }
    }

    synchronized ProcessState state() {
        OptionalLong pid =
                process == null || !process.isAlive()
                        ? OptionalLong.empty()
                        : OptionalLong.of(process.pid());
        return new ProcessState(
                plan.name(),
                state,
                pid,
                port,
                since,
                restarts,
                detail,
                pid.isPresent() ? ResidentMemory.of(pid.getAsLong()) : OptionalLong.empty());
    }

    private void keep(CountDownLatch until) {
        Duration pause = Duration.ZERO;
        while (until.getCount() > 0) {
            Stopwatch ran = Stopwatch.started();
            String end = run(until);
            if (until.getCount() == 0) {
                break;
            }
            pause = RestartRule.next(pause, ran.elapsed());
            endedByItself(end, pause);
            if (isStoppedWithin(until, pause)) {
                break;
            }
        }
        synchronized (this) {
            process = null;
            become(State.STOPPED, Optional.empty());
            if (isWanted) {
                start();
            }
        }
    }

    /// Starts it and waits for its end. What cannot be watched is ended: whatever breaks here, the
    /// keeper goes on (incident 53).
    ///
    /// @return how it ended
    private String run(CountDownLatch until) {
        try {
            Process started = begin(until);
            listen(started);
            return told(started.waitFor());
        } catch (IOException failure) {
            return "could not be started: " + failure.getMessage();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "was interrupted";
        } catch (Throwable failure) {
            destroy();
            return "could not be watched: " + failure;
        }
    }

    private synchronized Process begin(CountDownLatch until) throws IOException {
        Process started = plan.start();
        process = started;
        port = OptionalInt.empty();
        forced = Optional.empty();
        become(State.STARTING, Optional.empty());
        if (until.getCount() == 0) {
            closeInput(started);
        }
        return started;
    }

    /// Reads what it prints until it ends; one line says that it is ready.
    private void listen(Process started) throws IOException {
        try (BufferedReader lines = started.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(Supervision.READY)) {
                    ready(Integer.parseInt(line.substring(Supervision.READY.length()).strip()));
                } else {
                    LOG.info("{} prints: {}", plan, line);
                }
            }
        }
    }

    private synchronized void ready(int answersAt) {
        port = OptionalInt.of(answersAt);
        become(State.READY, Optional.empty());
    }

    private void endedByItself(String end, Duration pause) {
        int count;
        String told;
        synchronized (this) {
            count = ++restarts;
            told = forced.orElse(end);
            become(State.RESTARTING, Optional.of(told));
        }
        LOG.warn("{} {}; again in {}", plan, told, pause);
        try {
            ends.ended(plan.name(), told, count);
        } catch (Throwable failure) {
            LOG.error("nobody was told that {} {}", plan, told, failure);
        }
    }

    private void become(State next, Optional<String> why) {
        state = next;
        since = clock.instant();
        detail = why;
    }

    private static boolean isStoppedWithin(CountDownLatch until, Duration pause) {
        try {
            return until.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// The Java library adds 128 to the number of a signal.
    private static String told(int exitCode) {
        return exitCode > 128
                ? "was killed by signal " + (exitCode - 128)
                : "ended with exit code " + exitCode;
    }

    private static void closeInput(Process running) {
        try {
            running.getOutputStream().close();
        } catch (IOException failure) {
            LOG.debug("input was closed already", failure);
        }
    }
}
