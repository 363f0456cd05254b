package io.opspipeline.positionmanager;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether the stream of quotes delivers. A person is told once of each outage that lasts in
/// session; meanwhile exits run on snapshots.
final class QuoteStreamWatch {

    /// A stream that comes back sooner was not missed.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Alerts alerts;
    private final SessionCalendar calendar;
    private final Timers timers;
    private final Clock clock;
    private State state = new State(true, Optional.empty(), "not needed so far");
    private Optional<Instant> told = Optional.empty();

    QuoteStreamWatch(Alerts alerts, SessionCalendar calendar, Timers timers, Clock clock) {
        this.alerts = alerts;
        this.calendar = calendar;
        this.timers = timers;
        this.clock = clock;
    }

    /// How the stream is.
    ///
    /// @param isUp true while it delivers, or nobody needed it so far
    /// @param downSince when the outage began, UTC
    /// @param detail one line for people
    record State(boolean isUp, Optional<Instant> downSince, String detail) {}

    synchronized State state() {
        return state;
    }

    /// Somebody needs it from now on: until it is connected it is down.
    synchronized void wanted() {
        Instant since = state.downSince().orElse(clock.instant());
        state = new State(false, Optional.of(since), "being opened, down since " + since);
    }

    synchronized void connected() {
        state = new State(true, Optional.empty(), "connected at " + clock.instant());
    }

    /// It ended, or one more attempt failed.
    void disconnected(String reason) {
        Instant now = clock.instant();
        synchronized (this) {
            Instant since = state.downSince().orElse(now);
            state = new State(false, Optional.of(since), "down since " + since + ": " + reason);
        }
        var key = new TimerKey(Stage.POSITION_MANAGER, Optional.empty(), "quote stream down");
        timers.at(now.plus(PATIENCE), key, () -> look(clock.instant()));
    }

    /// Tells a person if it is time to.
    void look(Instant asOf) {
        outage(asOf)
                .ifPresent(since ->
                        alerts.raise(
                                Alerts.Severity.CRITICAL,
                                "quote-stream down since " + since,
                                Optional.empty(),
                                "the stream of option quotes is "
                                        + state().detail()
                                        + "; exits run on snapshots",
                                asOf));
    }

    private synchronized Optional<Instant> outage(Instant asOf) {
        Optional<Instant> since =
                state.downSince()
                        .filter(start -> !asOf.isBefore(start.plus(PATIENCE)))
                        .filter(_ -> calendar.isOpen(asOf))
                        .filter(start -> !told.equals(Optional.of(start)));
        told = since.or(() -> told);
        return since;
    }
}
