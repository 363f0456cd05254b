package io.opspipeline.positionmanager.rules;

import io.opspipeline.domain.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The breakers (trading rules, section 9): losing exits in a row, and the drawdown from the
/// highest equity.
public final class BreakerRule {

    private final int streak;

    /// @param streak losing exits in a row that trip, at least 1
    public BreakerRule(int streak) {
        this.streak = streak;
    }

    /// How often losing exits in a row tripped today. A result that nobody knows neither ends a
    /// streak nor makes one longer; a trip starts the count anew.
    ///
    /// @param newestFirst results, at least all of today
    /// @param today how many of them are of today
    public int tripsToday(List<Optional<Boolean>> newestFirst, int today) {
        int trips = 0;
        int losses = 0;
        List<Optional<Boolean>> oldestFirst = newestFirst.reversed();
        for (int i = 0; i < oldestFirst.size(); i++) {
            Optional<Boolean> earned = oldestFirst.get(i);
            if (earned.isPresent()) {
                losses = earned.get() ? 0 : losses + 1;
            }
            if (losses == streak) {
                losses = 0;
                trips += i >= oldestFirst.size() - today ? 1 : 0;
            }
        }
        return trips;
    }

    /// True when the equity came down by the limit between two readings: a breaker that an operator
    /// has lifted does not trip again by itself.
    ///
    /// @param before the reading before; empty when there is none
    /// @param limit share of the highest equity, 0 to 1
    public boolean drawdownCrossed(
            Optional<Money> before, Money equity, Money highest, BigDecimal limit) {
        Money floor = highest.minus(highest.times(limit));
        boolean isBelow = !equity.exceeds(floor);
        return isBelow && before.map(earlier -> earlier.exceeds(floor)).orElse(true);
    }
}
