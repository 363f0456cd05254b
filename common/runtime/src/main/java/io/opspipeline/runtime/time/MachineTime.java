package io.opspipeline.runtime.time;

import java.time.Clock;

/// The time of this machine, for what runs beside the trading: supervising processes, telling
/// people.
public final class MachineTime {

    private MachineTime() {}

    /// The machine's clock, UTC.
    public static Clock clock() {
        return Clock.systemUTC();
    }
}
