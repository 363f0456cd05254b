package io.opspipeline.positionmanager;

import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.Order;
import io.opspipeline.positionmanager.rules.ClosingStep;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// Prices the orders of a close on the quote of the moment.
final class ClosingPrices {

    /// A quote sighted longer ago prices no order: the feed is asked.
    private static final Duration OLDEST_QUOTE = Duration.ofSeconds(2);

    private final Supplier<Rules> rules;
    private final MarketView market;
    private final ExitHold hold;
    private final MarkBook marks;

    ClosingPrices(Supplier<Rules> rules, MarketView market, ExitHold hold, MarkBook marks) {
        this.rules = rules;
        this.market = market;
        this.hold = hold;
        this.marks = marks;
    }

    Optional<Quote> quote(Closing closing, Instant asOf) {
        return marks.quoteSince(closing.instrument(), asOf.minus(OLDEST_QUOTE))
                .or(() -> market.quote(closing.instrument()));
    }

    /// @param mayUseMarket false keeps an urgent close at the bid
    ClosingStep next(Closing closing, Optional<Quote> quote, boolean mayUseMarket, Instant asOf) {
        return rules.get()
                .ladder()
                .next(
                        closing.rule().isUrgent(),
                        mayUseMarket,
                        closing.elapsed(asOf),
                        quote,
                        marks.isWorthless(closing.instrument(), asOf),
                        market.increment(closing.instrument()));
    }

    /// True while the close must wait for the end of a trading halt.
    boolean areHeldBack(Closing closing, Instant asOf) {
        return hold.holdsBack(closing.rule(), closing.instrument(), asOf);
    }

    /// True for an order that is left alone: one at the market, and the offer of one tick while
    /// nobody bids. In a halt none is.
    boolean rests(Closing closing, Order order, Instant asOf) {
        if (areHeldBack(closing, asOf)) {
            return false;
        }
        Optional<Price> limit = order.request().limit();
        return limit.isEmpty()
                || (next(closing, quote(closing, asOf), true, asOf)
                                instanceof ClosingStep.AtLimit(Price wanted, _, boolean rests)
                        && rests
                        && wanted.equals(limit.get()));
    }
}
