package io.opspipeline.local.up;

import io.opspipeline.local.day.DayRequest;
import io.opspipeline.runtime.setting.RunMode;

/// What to run on this machine.
///
/// @param mode SIMULATED brings an exchange of its own; PAPER and LIVE trade at the broker
/// @param realMoney true when LIVE was confirmed
/// @param speed seconds of the exchange's time per real second, above 0; SIMULATED only
/// @param day what the exchange trades, and settings by key; SIMULATED only
public record UpRequest(RunMode mode, boolean realMoney, double speed, DayRequest day) {

    /// Refuses a speed that does not go with the mode.
    public UpRequest {
        if (!(speed > 0) || speed > 600) {
            throw new IllegalArgumentException("speed must be above 0 and at most 600: " + speed);
        }
        if (mode != RunMode.SIMULATED && speed != 1) {
            throw new IllegalArgumentException(mode + " runs in real time, not at speed " + speed);
        }
    }
}
