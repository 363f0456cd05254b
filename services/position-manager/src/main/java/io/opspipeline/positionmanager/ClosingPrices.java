package io.opspipeline.positionmanager;

import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.Order;
import io.opspipeline.positionmanager.rules.ClosingLadderRule;
import io.opspipeline.positionmanager.rules.ClosingStep;
import java.time.Instant;
import java.util.Optional;

/// Prices the orders of a close on the quote of the moment.
final class ClosingPrices {

    private final ClosingLadderRule ladder;
    private final MarketView market;

    ClosingPrices(ClosingLadderRule ladder, MarketView market) {
        this.ladder = ladder;
        this.market = market;
    }

    Optional<Quote> quote(Closing closing) {
        return market.quote(closing.instrument());
    }

    ClosingStep next(Closing closing, Optional<Quote> quote, Instant asOf) {
        return ladder.next(
                closing.rule().isUrgent(),
                closing.elapsed(asOf),
                quote,
                market.increment(closing.instrument()));
    }

    /// True for an order that is left alone: one at the market, and the offer of one tick while
    /// nobody bids.
    boolean rests(Closing closing, Order order, Instant asOf) {
        Optional<Price> limit = order.request().limit();
        return limit.isEmpty()
                || (next(closing, quote(closing), asOf)
                                instanceof ClosingStep.AtLimit(Price wanted, _, boolean rests)
                        && rests
                        && wanted.equals(limit.get()));
    }
}
