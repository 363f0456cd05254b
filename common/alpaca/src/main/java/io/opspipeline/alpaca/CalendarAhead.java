package io.opspipeline.alpaca;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.market.BrokerCalendar;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sessions that a process goes by: our own list, with the broker's in place of the weeks ahead
/// as it is when the process starts. A day of mourning is announced some days before it, so the
/// broker is asked again every few hours, and a person is told when its list has become another:
/// what a process goes by does not change under its feet, a restart follows the new list.
final class CalendarAhead {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarAhead.class);
    private static final int DAYS = 45;
    private static final Duration EVERY = Duration.ofHours(6);

    private final Supplier<BrokerCalendar> broker;
    private final Alerts alerts;
    private final Timers timers;
    private final Clock clock;

    CalendarAhead(Supplier<BrokerCalendar> broker, Alerts alerts, Timers timers, Clock clock) {
        this.broker = broker;
        this.alerts = alerts;
        this.timers = timers;
        this.clock = clock;
    }

    /// The calendar of this process. Without an answer it is our own.
    SessionCalendar begin() {
        SessionCalendar ours = SessionCalendar.nyse();
        LocalDate today = today();
        Optional<List<Session>> theirs = theirs(today);
        theirs.map(list -> days(today, ours, list))
                .filter(days -> !days.isEmpty())
                .ifPresent(days ->
                        tell(
                                Alerts.Severity.WARNING,
                                days,
                                "the broker's sessions differ from ours on %s: its list counts"));
        SessionCalendar used =
                theirs.map(list -> ours.with(list, today, today.plusDays(DAYS))).orElse(ours);
        lookAgain(used);
        return used;
    }

    private void lookAgain(SessionCalendar used) {
        timers.at(
                clock.instant().plus(EVERY),
                new TimerKey(Stage.RECORD, Optional.empty(), "calendar ahead"),
                () -> {
                    lookAgain(used);
                    look(used);
                });
    }

    private void look(SessionCalendar used) {
        LocalDate today = today();
        theirs(today)
                .map(list -> days(today, used, list))
                .filter(days -> !days.isEmpty())
                .ifPresent(days ->
                        tell(
                                Alerts.Severity.CRITICAL,
                                days,
                                "the broker's sessions have changed on %s: restart the services"));
    }

    /// No weeks are without a session: an empty list is no answer.
    private Optional<List<Session>> theirs(LocalDate today) {
        try {
            List<Session> sessions = broker.get().sessions(today, today.plusDays(DAYS));
            if (sessions.isEmpty()) {
                throw new BrokerUnavailable("the broker lists no session from " + today + " on");
            }
            return Optional.of(sessions);
        } catch (RuntimeException unavailable) {
            LOG.warn("the broker's calendar could not be read: {}", unavailable.getMessage());
            return Optional.empty();
        }
    }

    /// The days on which two lists differ.
    private static List<LocalDate> days(
            LocalDate today, SessionCalendar used, List<Session> theirs) {
        List<Session> ours = used.between(today, today.plusDays(DAYS));
        List<Session> different = new ArrayList<>(ours);
        different.addAll(theirs);
        different.removeIf(session -> ours.contains(session) && theirs.contains(session));
        return different.stream().map(Session::date).distinct().sorted().toList();
    }

    private void tell(Alerts.Severity severity, List<LocalDate> days, String message) {
        Instant now = clock.instant();
        alerts.raise(
                severity,
                "broker-calendar " + severity + " " + days,
                Optional.empty(),
                message.formatted(days),
                now);
    }

    private LocalDate today() {
        return NewYork.dateOf(clock.instant());
    }
}
