package io.opspipeline.local.up;

import io.opspipeline.local.up.ProcessState.State;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

/// The processes of a run, in the order they start.
final class Fleet {

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

    /// Stops all, those that were started first last: the exchange hears the others' good-byes.
    void stop() {
        List<ManagedProcess> services = processes.reversed();
        services.stream().filter(Fleet::isService).forEach(ManagedProcess::tellToStop);
        services.stream().filter(Fleet::isService).forEach(ManagedProcess::awaitStopped);
        find(ExchangeProcess.NAME)
                .ifPresent(exchange -> {
                    exchange.tellToStop();
                    exchange.awaitStopped();
                });
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
