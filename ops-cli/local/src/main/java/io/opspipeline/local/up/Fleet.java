package io.opspipeline.local.up;

import io.opspipeline.local.up.ProcessState.State;
import io.opspipeline.runtime.time.Stopwatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

/// The processes of a run, in the order they start.
final class Fleet {

    /// What all services together may take to stop in order.
    static final Duration GRACE = Duration.ofSeconds(7);

    /// Services of the pipeline that are not built yet.
    private static final List<String> PLANNED = List.of("ingest", "discovery");

    private final Clock clock;
    private final Instant began;
    private final ManagedProcess.Ends ends;
    private final List<ManagedProcess> processes = new CopyOnWriteArrayList<>();

    Fleet(Clock clock, ManagedProcess.Ends ends) {
        this.clock = clock;
        this.began = clock.instant();
        this.ends = ends;
    }

    /// Adds a process and starts it.
    ManagedProcess start(ProcessPlan plan) {
        var process = new ManagedProcess(plan, clock, ends);
        processes.add(process);
        process.start();
        return process;
    }

    Optional<ManagedProcess> find(String name) {
        return processes.stream().filter(process -> process.name().equals(name)).findFirst();
    }

    /// Every process but the exchange.
    List<ManagedProcess> services() {
        return processes.stream().filter(Fleet::isService).toList();
    }

    List<String> names() {
        return processes.stream().map(ManagedProcess::name).toList();
    }

    /// Every process, and what is planned.
    List<ProcessState> states() {
        List<ProcessState> states = new ArrayList<>();
        processes.forEach(process -> states.add(process.state()));
        PLANNED.forEach(name -> states.add(planned(name)));
        return states;
    }

    /// Stops all within some seconds; the exchange last, it hears the others' good-byes.
    void stop() {
        Stopwatch watch = Stopwatch.started();
        List<ManagedProcess> services = services();
        services.forEach(ManagedProcess::tellToStop);
        services.forEach(service -> service.awaitStopped(left(watch)));
        find(ExchangeProcess.NAME)
                .ifPresent(exchange -> {
                    exchange.tellToStop();
                    exchange.awaitStopped(Duration.ofSeconds(1));
                });
    }

    private static Duration left(Stopwatch watch) {
        Duration left = GRACE.minus(watch.elapsed());
        return left.isPositive() ? left : Duration.ofMillis(1);
    }

    private ProcessState planned(String name) {
        return new ProcessState(
                name,
                State.WAITING,
                OptionalLong.empty(),
                OptionalInt.empty(),
                began,
                0,
                Optional.of("not built yet"),
                OptionalLong.empty());
    }

    private static boolean isService(ManagedProcess process) {
        return !process.name().equals(ExchangeProcess.NAME);
    }
}
