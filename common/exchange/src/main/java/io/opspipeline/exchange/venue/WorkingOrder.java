package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.OrderType;
import java.time.Instant;
import java.util.Optional;

/// An order in one instrument.
///
/// @param terms what it asks for
/// @param progress how far it has come
record WorkingOrder(OrderTerms terms, OrderProgress progress) implements Working {

    /// An order that was just taken.
    static WorkingOrder taken(OrderTerms terms, Instant at) {
        boolean isMarket = terms.type() == OrderType.MARKET;
        return new WorkingOrder(
                terms, new OrderProgress(terms.id(), terms.quantity(), isMarket, at));
    }

    @Override
    public String id() {
        return terms.id();
    }

    @Override
    public String clientOrderId() {
        return terms.clientOrderId();
    }

    @Override
    public AccountId account() {
        return terms.account();
    }

    @Override
    public Optional<String> fault() {
        return terms.fault();
    }

    int remaining() {
        return progress.remaining();
    }

    @Override
    public OrderView view() {
        return new OrderView(
                terms.id(),
                terms.clientOrderId(),
                terms.account(),
                terms.instrument(),
                terms.side(),
                terms.intent(),
                terms.type(),
                terms.quantity(),
                terms.limit(),
                progress.status(),
                progress.filled(),
                progress.average().map(Price::new),
                progress.submittedAt(),
                progress.updatedAt(),
                progress.cancelRequestedAt(),
                progress.reason());
    }
}
