package io.opspipeline.dispatcher;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.dispatch.ClaimedDispatch;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.Side;
import io.opspipeline.market.option.PriceIncrement;
import java.time.Instant;
import java.util.Optional;

/// One entry being worked: what is wanted, and which order of the ladder is out.
///
/// @param dispatchId the row in `dispatch_executions`
/// @param account whose entry it is
/// @param barStart start of the signal's bar, UTC
/// @param instrument what is bought
/// @param planned contracts or shares that the plan wants
/// @param quantity how many of them are still wanted
/// @param planPrice the ask at plan time
/// @param increment the price steps of its orders
/// @param startedAt when its first order went out, UTC
/// @param attempt 1 for the first order; a rung whose time has passed is left out
record EntryWork(
        long dispatchId,
        AccountId account,
        Instant barStart,
        Instrument instrument,
        int planned,
        int quantity,
        Price planPrice,
        PriceIncrement increment,
        Instant startedAt,
        int attempt) {

    static EntryWork of(ClaimedDispatch dispatch, EntryChoice.Buy buy, Instant at) {
        return new EntryWork(
                dispatch.id(),
                dispatch.account(),
                dispatch.signal().signal().features().barStart(),
                buy.plan().instrument(),
                buy.plan().quantity(),
                buy.plan().quantity(),
                buy.plan().price(),
                buy.increment(),
                at,
                1);
    }

    /// The same entry, begun at an instant.
    EntryWork begun(Instant at) {
        return rung(quantity, at, attempt);
    }

    /// A later rung, for what is left.
    EntryWork next(int remaining, int nextAttempt) {
        return rung(remaining, startedAt, nextAttempt);
    }

    private EntryWork rung(int wanted, Instant start, int number) {
        return new EntryWork(
                dispatchId,
                account,
                barStart,
                instrument,
                planned,
                wanted,
                planPrice,
                increment,
                start,
                number);
    }

    /// True when it has bought a part of what it wants.
    boolean hasBought() {
        return quantity < planned;
    }

    Ticker ticker() {
        return instrument.ticker();
    }

    /// The name of the order that is out now.
    ClientOrderId id() {
        return ClientOrderId.entry(account, ticker(), barStart, instrument.type(), attempt);
    }

    /// The intent of the order of this rung.
    Order order(Price limit, Instant at) {
        OrderRequest request =
                new OrderRequest(id(), account, instrument, Side.BUY, quantity, Optional.of(limit));
        return Order.intent(request, new OrderPurpose.Entry(dispatchId), attempt, at);
    }
}
