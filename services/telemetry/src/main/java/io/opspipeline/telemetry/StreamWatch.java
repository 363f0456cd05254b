package io.opspipeline.telemetry;

import java.time.Instant;

/// Whether the bar stream delivers, and since when or why not.
final class StreamWatch {

    private volatile State state = new State(false, "never connected");

    void connected(Instant at) {
        state = new State(true, "connected at " + at);
    }

    void disconnected(String reason, Instant at) {
        state = new State(false, "disconnected at %s: %s".formatted(at, reason));
    }

    /// True while it is connected and subscribed.
    boolean isConnected() {
        return state.isConnected();
    }

    /// One line for people.
    String detail() {
        return "stream " + state.detail();
    }

    private record State(boolean isConnected, String detail) {}
}
