package io.opspipeline.positionmanager;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.order.Order;
import io.opspipeline.positionmanager.rules.ClosingStep;
import io.opspipeline.runtime.market.StockHalts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Prices the orders of a close on the quote of the moment.
final class ClosingPrices {

    /// A quote sighted longer ago prices no order: the feed is asked.
    private static final Duration OLDEST_QUOTE = Duration.ofSeconds(2);

    private final Supplier<Rules> rules;
    private final MarketView market;
    private final StockHalts halts;
    private final MarkBook marks;

    ClosingPrices(Supplier<Rules> rules, MarketView market, StockHalts halts, MarkBook marks) {
        this.rules = rules;
        this.market = market;
        this.halts = halts;
        this.marks = marks;
    }

    Optional<Quote> quote(Closing closing, Instant asOf) {
        return marks.quoteSince(closing.instrument(), asOf.minus(OLDEST_QUOTE))
                .or(() -> market.quote(closing.instrument()));
    }

    ClosingStep next(Closing closing, Optional<Quote> quote, Instant asOf) {
        return rules.get()
                .ladder()
                .next(
                        closing.rule().isUrgent(),
                        closing.elapsed(asOf),
                        quote,
                        market.increment(closing.instrument()));
    }

    /// True while prices of the underlying prove nothing: in a halt, and for a while after it. A
    /// flatten is a person's wish and waits for no prices.
    boolean areUnsettled(Closing closing, Instant asOf) {
        Ticker ticker = closing.instrument().ticker();
        return closing.rule() != ExitReason.KILL_SWITCH
                && halts.unsettled(Set.of(ticker), rules.get().settings().exits().afterHalt(), asOf)
                        .contains(ticker);
    }

    /// True for an order that is left alone: one at the market, and the offer of one tick while
    /// nobody bids. In a halt none is.
    boolean rests(Closing closing, Order order, Instant asOf) {
        if (areUnsettled(closing, asOf)) {
            return false;
        }
        Optional<Price> limit = order.request().limit();
        return limit.isEmpty()
                || (next(closing, quote(closing, asOf), asOf)
                                instanceof ClosingStep.AtLimit(Price wanted, _, boolean rests)
                        && rests
                        && wanted.equals(limit.get()));
    }
}
