package io.opspipeline.reliability.world;

/// Decides where processes die.
@FunctionalInterface
public interface Crashes {

    /// Nobody dies.
    Crashes NONE = _ -> false;

    /// Asked at every boundary of every process, in the order they are reached.
    ///
    /// @return true to kill the process there
    boolean killsAt(Boundary boundary);

    /// True when all that was meant to happen has happened.
    default boolean isDone() {
        return true;
    }

    /// Asked at every commit that the process survives. A connection that is lost before its commit
    /// leaves nothing behind; one that is lost after it has left everything, and nobody is told.
    ///
    /// @return true to lose the connection there
    default boolean disconnectsAt(Boundary boundary) {
        return false;
    }
}
