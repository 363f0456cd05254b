package io.opspipeline.reliability.world;

/// The life of one process. Once it is over, everything that would be visible to others throws.
final class Mortality {

    private final Role role;
    private final Crashes crashes;
    private volatile boolean dead;

    Mortality(Role role, Crashes crashes) {
        this.role = role;
        this.crashes = crashes;
    }

    boolean isDead() {
        return dead;
    }

    void kill() {
        dead = true;
    }

    /// @throws ProcessKilled when the process is dead
    void requireAlive() {
        if (dead) {
            throw new ProcessKilled(role.service());
        }
    }

    /// The process reaches a boundary, and may die there.
    ///
    /// @throws ProcessKilled when the process is dead
    void reach(Boundary.Moment moment, String act) {
        requireAlive();
        if (crashes.killsAt(new Boundary(role, moment, act))) {
            dead = true;
            throw new ProcessKilled(role.service());
        }
    }
}
