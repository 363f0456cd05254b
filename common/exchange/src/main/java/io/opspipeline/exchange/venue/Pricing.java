package io.opspipeline.exchange.venue;

import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Price;
import java.util.Optional;
import java.util.OptionalDouble;

/// At what price an order fills now, if it fills.
///
/// @param chance decides inside the spread
record Pricing(FillChance chance) {

    /// An order that has just arrived fills at the touch if it reaches it, else it waits. An order
    /// that meets nobody does not wait yet: whoever comes back is met at their price, because a
    /// side that was empty did not move through the order's limit.
    static Optional<Price> onArrival(WorkingOrder order, Quote quote) {
        if (!order.progress().isTaking()) {
            return Optional.empty();
        }
        OrderTerms terms = order.terms();
        Optional<Price> price = Matching.taking(terms.side(), terms.worst(), quote);
        if (price.isEmpty() && Matching.touch(terms.side(), quote).isPresent()) {
            order.progress().rests();
        }
        return price;
    }

    /// At a later step what still takes fills at the touch; what waits fills at its limit, when the
    /// touch has come to it or by chance inside the spread.
    Optional<Price> atStep(WorkingOrder order, Quote quote, long step) {
        return onArrival(order, quote)
                .or(() ->
                        order.terms().limit().flatMap(limit -> waiting(order, limit, quote, step)));
    }

    private Optional<Price> waiting(WorkingOrder order, Price limit, Quote quote, long step) {
        return Matching.crossed(order.terms().side(), limit, quote)
                .or(() ->
                        Optional.of(limit).filter(_ -> isLucky(order.terms(), limit, quote, step)));
    }

    private boolean isLucky(OrderTerms terms, Price limit, Quote quote, long step) {
        OptionalDouble distance = Matching.distance(terms.side(), limit, quote);
        return distance.isPresent()
                && chance.fillsInside(
                        terms.account(), terms.clientOrderId(), step, distance.getAsDouble());
    }
}
