package io.opspipeline.runtime.time;

import java.time.Clock;

/// The machine's clock, for commands that a person starts. Services have theirs injected.
public final class WallClock {

    private WallClock() {}

    /// Real time, UTC.
    public static Clock utc() {
        return Clock.systemUTC();
    }
}
