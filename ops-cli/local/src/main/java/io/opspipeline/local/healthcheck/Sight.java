package io.opspipeline.local.healthcheck;

import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.alert.Alerts.Severity;
import java.time.Instant;
import java.util.Optional;

/// Whether the healthcheck sees anything. One whose looks fail notices no outage, so it tells that
/// itself, once an outage of its own. That the database is away the channels tell.
final class Sight {

    /// One look may meet a restart of the database.
    static final int FAILURES = 3;

    private final Alerts alerts;
    private int failures;
    private boolean isTold;
    private Optional<Instant> since = Optional.empty();

    Sight(Alerts alerts) {
        this.alerts = alerts;
    }

    /// A look was made.
    void saw() {
        failures = 0;
        isTold = false;
        since = Optional.empty();
    }

    /// A look failed at an instant of the market's time.
    void failed(Instant asOf, Throwable failure) {
        Instant first = since.orElse(asOf);
        since = Optional.of(first);
        failures++;
        if (failures >= FAILURES && !isTold) {
            alerts.raise(
                    Severity.CRITICAL,
                    "healthcheck-blind " + first,
                    Optional.empty(),
                    "the healthcheck sees nothing since %s: %s".formatted(first, failure),
                    asOf);
            isTold = true;
        }
    }
}
