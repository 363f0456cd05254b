package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.ports.store.Reports;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/// Pauses entries after losing exits in a row: the first time of a day for an hour, then for the
/// rest of the day. Which pauses were made already is read from what was recorded, so that a
/// restart repeats none; one that could not be stored was not made.
final class StreakBreaker {

    private final AccountId account;
    private final Supplier<Rules> rules;
    private final Positions positions;
    private final Reports reports;
    private final Accounts accounts;
    private final TradingPauses pauses;
    private final SessionCalendar calendar;
    private LocalDate day = LocalDate.MIN;
    private int made;

    StreakBreaker(
            AccountId account,
            Supplier<Rules> rules,
            Positions positions,
            Reports reports,
            Accounts accounts,
            TradingPauses pauses,
            SessionCalendar calendar) {
        this.account = account;
        this.rules = rules;
        this.positions = positions;
        this.reports = reports;
        this.accounts = accounts;
        this.pauses = pauses;
        this.calendar = calendar;
    }

    /// Looks at the results of the day, after one more of them.
    void look(Instant asOf) {
        LocalDate today = NewYork.dateOf(asOf);
        int trips = trips(today, asOf);
        if (!today.equals(day)) {
            day = today;
            made = madeBefore(trips);
        }
        if (trips > made) {
            trip(trips, asOf);
            made = trips;
        }
    }

    private int trips(LocalDate today, Instant asOf) {
        int ended = reports.tally(account, NewYork.startOf(today), asOf.plusNanos(1_000)).closed();
        int results = ended + 2 * settings().streak();
        return rules.get().breakers().tripsToday(positions.latestResults(account, results), ended);
    }

    private int madeBefore(int trips) {
        int known = trips;
        while (known > 0 && !accounts.wasPaused(account, name(known))) {
            known--;
        }
        return known;
    }

    private void trip(int trips, Instant asOf) {
        Instant until = trips == 1 ? asOf.plus(settings().pause()) : calendar.next(day).open();
        pauses.pause(
                account,
                name(trips),
                Optional.of(until),
                "%d losing exits in a row: no entries until %s"
                        .formatted(settings().streak(), until),
                asOf);
    }

    private PositionManagerSettings.Breakers settings() {
        return rules.get().settings().breakers();
    }

    private String name(int trips) {
        return "LOSING_STREAK %s #%d".formatted(day, trips);
    }
}
