package io.opspipeline.local.up;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/// What the clocks of the services show that are up in a home folder, as their supervisor tells it;
/// the machine's time where nothing is up.
public final class RunTime implements InstantSource {

    private final ControlClient supervisor;
    private final Clock machine;
    private final Consumer<String> told;

    /// @param supervisor of the home folder, asked at each reading
    /// @param machine the machine's time
    /// @param told hears why a reading is the machine's although something is up
    public RunTime(ControlClient supervisor, Clock machine, Consumer<String> told) {
        this.supervisor = supervisor;
        this.machine = machine;
        this.told = told;
    }

    @Override
    public Instant instant() {
        try {
            return supervisor.state().flatMap(RunState::marketTime).orElseGet(machine::instant);
        } catch (IllegalStateException failure) {
            told.accept(failure.getMessage() + "; ages are told by the time of this machine");
            return machine.instant();
        }
    }
}
