package io.opspipeline.ports.time;

/// Counts the frames of every stream that have been taken in, so that lockstep can wait until all
/// that the exchange sent has had its effect. In real time nobody waits.
public interface StreamFrames {

    /// Ignores the count.
    StreamFrames UNCOUNTED = () -> {};

    /// One frame, of any kind, has been handled to its end.
    void handled();
}
