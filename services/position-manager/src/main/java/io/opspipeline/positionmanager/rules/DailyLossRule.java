package io.opspipeline.positionmanager.rules;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// DAILY_LOSS: today's profit and loss at or below the limit for 30 seconds, not before the open
/// plus five minutes (trading rules, section 9).
public final class DailyLossRule {

    private final Duration held;
    private final Duration afterOpen;

    /// @param held how long the loss must last
    /// @param afterOpen readings before the open plus this do not count
    public DailyLossRule(Duration held, Duration afterOpen) {
        this.held = held;
        this.afterOpen = afterOpen;
    }

    /// The watch after one more reading. A reading that is missing says neither yes nor no.
    ///
    /// @param limit the loss that stops the day, a positive amount
    public LossWatch read(
            LossWatch watch, Optional<Money> pnl, Money limit, Session session, Instant asOf) {
        if (asOf.isBefore(session.open().plus(afterOpen))) {
            return LossWatch.CALM;
        }
        if (pnl.isEmpty()) {
            return watch;
        }
        if (pnl.get().exceeds(limit.negated())) {
            return LossWatch.CALM;
        }
        Instant since = watch.since().filter(at -> !at.isBefore(session.open())).orElse(asOf);
        return new LossWatch(Optional.of(since), Optional.of(asOf));
    }

    /// True when the loss has lasted.
    public boolean fires(LossWatch watch) {
        return watch.since()
                .flatMap(since -> watch.last().map(last -> Duration.between(since, last)))
                .filter(lasted -> lasted.compareTo(held) >= 0)
                .isPresent();
    }
}
