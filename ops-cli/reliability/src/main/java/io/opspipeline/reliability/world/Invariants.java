package io.opspipeline.reliability.world;

import io.opspipeline.local.day.InvariantChecks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What must hold in a world, asked while it runs.
public final class Invariants {

    private final World world;
    private final InvariantChecks checks;
    private final List<String> broken = new ArrayList<>();

    /// @param world its database and its exchange are looked at
    public Invariants(World world) {
        this.world = world;
        checks = new InvariantChecks(world.database().pool(), world.venue()::books);
    }

    /// Runs the world until an instant. What must hold at every moment is asked after every step in
    /// which a process has committed, until the first that breaks something: what follows from that
    /// tells nothing.
    public void runUntil(Instant end) {
        world.runUntil(end, this::ask);
    }

    /// What does not hold now, one line each, nothing of it being under way.
    public List<String> brokenWhenQuiet() {
        return checks.broken(InvariantChecks.When.QUIET);
    }

    /// What did not hold at some moment until now, each with its time, UTC.
    public List<String> broken() {
        return List.copyOf(broken);
    }

    private void ask() {
        if (broken.isEmpty()) {
            checks.broken(InvariantChecks.When.ALWAYS).stream()
                    .map(line -> world.time().instant() + " " + line)
                    .forEach(broken::add);
        }
    }
}
