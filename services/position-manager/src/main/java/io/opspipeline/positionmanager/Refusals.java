package io.opspipeline.positionmanager;

import io.opspipeline.ports.alert.Alerts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts the refused orders of each close: the pause grows, and a person is told.
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int DOUBLINGS = 6;
    private static final int CRITICAL_FROM = 3;

    private final Alerts alerts;
    private final Map<Long, Integer> counts = new HashMap<>();

    Refusals(Alerts alerts) {
        this.alerts = alerts;
    }

    /// Takes a refusal.
    ///
    /// @return how long to wait: 1 s, doubled each time up to 64 s
    synchronized Duration next(Closing closing, String reason, Instant at) {
        int count = counts.merge(closing.positionId(), 1, Integer::sum);
        if (count == 1 || count == CRITICAL_FROM) {
            tell(closing, reason, count, at);
        }
        return FIRST_PAUSE.multipliedBy(1L << Math.min(count - 1, DOUBLINGS));
    }

    /// A person who cannot be told must not keep the close from going on.
    private void tell(Closing closing, String reason, int count, Instant at) {
        try {
            alerts.raise(
                    count == 1 ? Alerts.Severity.WARNING : Alerts.Severity.CRITICAL,
                    "close-refused %s %d".formatted(closing.id(1), count),
                    Optional.of(closing.account()),
                    "the close of %s under %s was refused %d times: %s"
                            .formatted(
                                    closing.instrument().symbol(), closing.rule(), count, reason),
                    at);
        } catch (RuntimeException untold) {
            LOG.error("refusal of {} not told: {}", closing.instrument().symbol(), reason, untold);
        }
    }

    synchronized void forget(long positionId) {
        counts.remove(positionId);
    }
}
