package io.opspipeline.runtime.job;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.JobSchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/// When a job is due. A periodic job is due at the open and every period up to and at the close; a
/// daily one at its New York time on session days. A time before the regular close keeps its
/// distance to the close on a half-day: 15:50 becomes 12:50.
public record JobTimes(JobSchedule schedule, SessionCalendar calendar) {

    private static final Duration DAY = Duration.ofDays(1);

    /// The first time at or after an instant.
    public Instant atOrAfter(Instant instant) {
        return after(instant.minusNanos(1));
    }

    /// The first time after an instant.
    Instant after(Instant instant) {
        var today = NewYork.dateOf(instant);
        return calendar.sessionOn(today)
                .flatMap(session -> within(session, instant))
                .or(() -> within(calendar.next(today), instant))
                .orElseThrow();
    }

    /// The last time that has passed of those from a due one on.
    Instant latestPassed(Instant due, Instant now) {
        Instant latest = due;
        for (Instant next = after(due); !next.isAfter(now); next = after(next)) {
            latest = next;
        }
        return latest;
    }

    /// How long a tick is worth running.
    Duration period() {
        return schedule.every().orElse(DAY);
    }

    /// The same for an account, whose dispatcher may run less often; empty when it runs for none.
    Duration period(Optional<Account> account) {
        return account.flatMap(row -> schedule.every(row.cadence())).orElseGet(this::period);
    }

    /// True when a due time is also one of a slower cadence, counted from the open.
    boolean isDue(Instant due, Duration cadence) {
        return calendar.sessionOn(NewYork.dateOf(due))
                .map(session -> Duration.between(session.open(), due))
                .filter(sinceOpen -> sinceOpen.toSeconds() % cadence.toSeconds() == 0)
                .isPresent();
    }

    private Optional<Instant> within(Session session, Instant after) {
        return schedule.at()
                .map(time -> Optional.of(daily(session, time)).filter(at -> at.isAfter(after)))
                .orElseGet(() -> periodic(session, after));
    }

    private Optional<Instant> periodic(Session session, Instant after) {
        if (after.isBefore(session.open())) {
            return Optional.of(session.open());
        }
        long passed = Duration.between(session.open(), after).dividedBy(period());
        Instant next = session.open().plus(period().multipliedBy(passed + 1));
        return Optional.of(next).filter(at -> !at.isAfter(session.close()));
    }

    private static Instant daily(Session session, LocalTime time) {
        return time.isBefore(Session.CLOSE)
                ? session.close().minus(Duration.between(time, Session.CLOSE))
                : NewYork.at(session.date(), time);
    }
}
