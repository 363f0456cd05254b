package io.opspipeline.dispatcher.rules;

import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Price;
import io.opspipeline.market.option.PriceIncrement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Optional;

/// The price ladder of an entry (trading rules, section 8, orders): mid, then a third and two
/// thirds of the half-spread towards the ask, then the ask.
public final class LadderRule {

    /// The last step of the ladder; after it the entry is over.
    public static final int LAST_STEP = 3;

    private final Duration stepLength;
    private final BigDecimal ceiling;

    /// @param stepLength time from one order to the next
    /// @param ceiling most a limit may be, as a multiple of the plan price
    public LadderRule(Duration stepLength, BigDecimal ceiling) {
        this.stepLength = stepLength;
        this.ceiling = ceiling;
    }

    /// Time from the first order to the end of the entry.
    public Duration length() {
        return stepLength.multipliedBy(LAST_STEP + 1L);
    }

    /// Time from one order to the next.
    public Duration stepLength() {
        return stepLength;
    }

    /// The step whose turn it is: 0 at the start, one more for each step length, and more than
    /// [#LAST_STEP] once the entry's time is over.
    public int stepAt(Duration sinceStart) {
        return Math.toIntExact(Math.min(sinceStart.dividedBy(stepLength), LAST_STEP + 1L));
    }

    /// The limit of a step on the current quote, rounded up to the tick; empty when it would exceed
    /// the ceiling, which ends the entry.
    ///
    /// @param step 0 to [#LAST_STEP]
    public Optional<Price> limit(int step, Quote quote, Price planPrice, PriceIncrement increment) {
        Price wanted = isOneTick(quote, increment) ? quote.ask() : between(step, quote);
        Price limit = increment.roundUp(wanted);
        Price most = planPrice.times(ceiling);
        return limit.isAbove(most) ? Optional.empty() : Optional.of(limit);
    }

    private static Price between(int step, Quote quote) {
        if (step == LAST_STEP) {
            return quote.ask();
        }
        BigDecimal halfSpread = quote.ask().minus(quote.mid());
        BigDecimal part =
                halfSpread
                        .multiply(BigDecimal.valueOf(step))
                        .divide(BigDecimal.valueOf(LAST_STEP), MathContext.DECIMAL64);
        return quote.mid().plus(part);
    }

    private static boolean isOneTick(Quote quote, PriceIncrement increment) {
        return quote.spread().compareTo(increment.stepAt(quote.bid())) <= 0;
    }
}
