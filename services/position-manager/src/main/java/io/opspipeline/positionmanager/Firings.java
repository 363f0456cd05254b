package io.opspipeline.positionmanager;

import io.opspipeline.domain.order.ExitReason;
import java.util.EnumMap;
import java.util.Map;

/// How often each exit fired in this process: an exit that never fires is as suspicious as one that
/// always does.
final class Firings {

    private final Map<ExitReason, Integer> counts = new EnumMap<>(ExitReason.class);

    synchronized void count(ExitReason rule) {
        counts.merge(rule, 1, Integer::sum);
    }

    /// Counts by rule, those that fired.
    synchronized Map<ExitReason, Integer> counts() {
        return new EnumMap<>(counts);
    }
}
