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
}
