package io.opspipeline.positionmanager.rules;

import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Price;
import io.opspipeline.market.option.PriceIncrement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Optional;

/// The price ladder of a close (trading rules, section 9): urgent exits offer at the bid and then
/// go to the market, others walk from mid to bid first. What nobody bids for any more is offered at
/// one tick; a bid that is gone for a moment is waited for, since such an offer fills at any price.
public final class ClosingLadderRule {

    private final ClosingLimits limits;

    /// @param limits the figures
    public ClosingLadderRule(ClosingLimits limits) {
        this.limits = limits;
    }

    /// The next step.
    ///
    /// @param isUrgent whether the exit that closes is
    /// @param mayUseMarket false when the broker sees a wash trade in a market order: somebody bids
    ///   below, and a limit at the bid trades with nobody of the account
    /// @param elapsed since the close began
    /// @param quote the quote now, however wide; empty when there is none
    /// @param isWorthless whether there has been no bid for so long that zero is the price
    public ClosingStep next(
            boolean isUrgent,
            boolean mayUseMarket,
            Duration elapsed,
            Optional<Quote> quote,
            boolean isWorthless,
            PriceIncrement increment) {
        if (quote.isEmpty()) {
            return new ClosingStep.Wait("no quote", limits.renewal());
        }
        Quote now = quote.get();
        if (!now.hasBid()) {
            return isWorthless
                    ? new ClosingStep.AtLimit(increment.smallest(), limits.renewal(), true)
                    : new ClosingStep.Wait("no bid", limits.renewal());
        }
        if (isUrgent) {
            return urgent(mayUseMarket, elapsed, now, increment);
        }
        return elapsed.compareTo(limits.patience()) < 0
                ? patient(elapsed, now, increment)
                : urgent(mayUseMarket, elapsed.minus(limits.patience()), now, increment);
    }

    private ClosingStep urgent(
            boolean mayUseMarket, Duration elapsed, Quote quote, PriceIncrement increment) {
        boolean isLate = elapsed.compareTo(limits.marketAfter()) >= 0;
        if (mayUseMarket && isLate && quote.spreadShare().compareTo(limits.marketSpread()) <= 0) {
            return new ClosingStep.AtMarket(limits.renewal());
        }
        return new ClosingStep.AtLimit(atTick(quote.bid(), increment), limits.renewal(), false);
    }

    private ClosingStep patient(Duration elapsed, Quote quote, PriceIncrement increment) {
        BigDecimal halfSpread = quote.mid().minus(quote.bid());
        BigDecimal walked =
                halfSpread
                        .multiply(BigDecimal.valueOf(elapsed.toMillis()))
                        .divide(
                                BigDecimal.valueOf(limits.patience().toMillis()),
                                MathContext.DECIMAL64);
        Price wanted = quote.mid().plus(walked.negate());
        Price limit = atTick(wanted, increment).max(atTick(quote.bid(), increment));
        return new ClosingStep.AtLimit(limit, limits.patientStep(), false);
    }

    private static Price atTick(Price wanted, PriceIncrement increment) {
        return increment.roundDown(wanted).max(increment.smallest());
    }
}
