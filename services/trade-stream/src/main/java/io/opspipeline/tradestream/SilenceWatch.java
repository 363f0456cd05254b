package io.opspipeline.tradestream;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.store.Heartbeat;
import io.opspipeline.ports.store.Heartbeats;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Tells a person when the position manager is silent in session: nobody watches the exits then,
/// and a service that is dead cannot tell it itself. One that has not spoken yet in a session has
/// its time from the first look on: both may have been started in the middle of it.
final class SilenceWatch {

    private static final String WATCHED = "position-manager";

    /// A sign that is further ahead was given by a clock that has been set back since.
    private static final Duration AHEAD = Duration.ofSeconds(30);

    private final Heartbeats heartbeats;
    private final Alerts alerts;
    private final SessionCalendar calendar;
    private final Supplier<Duration> limit;
    private final Map<AccountId, Instant> firstLooks = new ConcurrentHashMap<>();

    SilenceWatch(
            Heartbeats heartbeats,
            Alerts alerts,
            SessionCalendar calendar,
            Supplier<Duration> limit) {
        this.heartbeats = heartbeats;
        this.alerts = alerts;
        this.calendar = calendar;
        this.limit = limit;
    }

    void look(AccountId account, Instant asOf) {
        calendar.sessionAt(asOf)
                .map(session -> lastSign(account, session, asOf))
                .filter(last -> Duration.between(last, asOf).compareTo(limit.get()) > 0)
                .ifPresent(last -> tell(account, last, asOf));
    }

    private Instant lastSign(AccountId account, Session session, Instant asOf) {
        return heartbeats
                .latest(WATCHED, Optional.of(account))
                .map(Heartbeat::beatAt)
                .filter(at -> at.isAfter(session.open()) && !at.isAfter(asOf.plus(AHEAD)))
                .orElseGet(() -> firstLook(account, session, asOf));
    }

    private Instant firstLook(AccountId account, Session session, Instant asOf) {
        return firstLooks.merge(
                account, asOf, (before, now) -> before.isBefore(session.open()) ? now : before);
    }

    private void tell(AccountId account, Instant last, Instant asOf) {
        alerts.raise(
                Alerts.Severity.CRITICAL,
                "silent " + WATCHED + " " + account + " " + last,
                Optional.of(account),
                "the position manager gave no sign of life since " + last + ": no exit is watched",
                asOf);
    }
}
