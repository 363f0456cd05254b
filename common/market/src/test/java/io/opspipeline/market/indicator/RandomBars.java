package io.opspipeline.market.indicator;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.money.Price;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A random walk of minute bars with silent minutes, quiet spells and, where asked, missing
/// sessions.
final class RandomBars {

    private final RandomGenerator random;
    private long cents;

    RandomBars(RandomGenerator random) {
        this.random = random;
        this.cents = random.nextInt(500, 60_000);
    }

    /// The bars of consecutive sessions.
    ///
    /// @param missing share of the sessions that have no bar
    /// @param silent share of the minutes that have no bar
    List<Bar> sessions(LocalDate from, int count, double missing, double silent) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            if (random.nextDouble() >= missing) {
                add(bars, Tape.CALENDAR.sessionsAfter(from, i), silent);
            }
        }
        return bars;
    }

    private void add(List<Bar> bars, Session session, double silent) {
        for (int minute = 0; minute < session.minutes(); minute++) {
            if (random.nextDouble() >= silent) {
                bars.add(bar(session, minute));
            }
        }
    }

    private Bar bar(Session session, int minute) {
        long open = cents;
        cents = Math.max(1, cents + Math.round(random.nextGaussian() * 8));
        long high = Math.max(open, cents) + random.nextInt(4);
        long low = Math.max(1, Math.min(open, cents) - random.nextInt(4));
        return new Bar(
                Tape.NVDA,
                session.open().plus(Duration.ofMinutes(minute)),
                dollars(open),
                dollars(high),
                dollars(low),
                dollars(cents),
                random.nextInt(6) == 0 ? 0 : random.nextInt(100_000));
    }

    private static Price dollars(long cents) {
        return new Price(java.math.BigDecimal.valueOf(cents, 2));
    }
}
