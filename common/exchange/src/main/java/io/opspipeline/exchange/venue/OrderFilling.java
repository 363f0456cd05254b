package io.opspipeline.exchange.venue;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.Side;
import java.time.Instant;
import java.util.Optional;

/// Fills orders in one instrument. Called under the venue's lock.
///
/// @param quotes to fill against
/// @param steps of the session
/// @param pricing says at what price
/// @param faults may hold contracts back, or bring too many
/// @param ids names executions
/// @param events hears of them
record OrderFilling(
        Quotes quotes,
        Steps steps,
        Pricing pricing,
        Faults faults,
        VenueIds ids,
        EventQueue events) {

    /// An order that has just arrived.
    void onArrival(AccountBook book, WorkingOrder order, Instant now) {
        quotes.at(order.terms().instrument(), now)
                .ifPresentOrElse(
                        quote ->
                                Pricing.onArrival(order, quote)
                                        .ifPresent(price -> fill(book, order, quote, price, now)),
                        order.progress()::rests);
    }

    /// An order at a later step.
    void atStep(AccountBook book, WorkingOrder order, Instant now) {
        quotes.at(order.terms().instrument(), now)
                .ifPresentOrElse(
                        quote ->
                                pricing.atStep(order, quote, steps.at(now))
                                        .ifPresent(price -> fill(book, order, quote, price, now)),
                        order.progress()::rests);
    }

    private void fill(AccountBook book, WorkingOrder order, Quote quote, Price price, Instant now) {
        Instrument instrument = order.terms().instrument();
        Side side = order.terms().side();
        int left = book.liquidity().left(instrument, side, quote);
        int wanted = Math.min(left, order.remaining());
        int quantity = wanted == 0 ? 0 : faulted(order, wanted);
        if (quantity == 0) {
            return;
        }
        book.liquidity().take(instrument, side, quantity);
        VenueFill fill = execution(book, order, quantity, price, quote, now);
        order.progress().fills(quantity, price.perShare(), now);
        book.book(fill, order.progress());
        EventKind kind = order.remaining() <= 0 ? EventKind.FILL : EventKind.PARTIAL_FILL;
        events.add(new OrderEvent(book.nextEvent(), kind, order.view(), Optional.of(fill), now));
    }

    private int faulted(WorkingOrder order, int wanted) {
        int some = Math.min(wanted, faults.mostContracts(order.view()));
        return some == order.remaining() ? some + faults.beyond(order.view()) : some;
    }

    private VenueFill execution(
            AccountBook book,
            WorkingOrder order,
            int quantity,
            Price price,
            Quote quote,
            Instant now) {
        OrderTerms terms = order.terms();
        int held = book.held(terms.instrument());
        return new VenueFill(
                ids.execution(terms.account(), terms.clientOrderId(), order.progress().fills() + 1),
                terms.id(),
                terms.clientOrderId(),
                terms.account(),
                terms.instrument(),
                terms.side(),
                quantity,
                price,
                quote,
                book.fees(terms.instrument(), terms.side(), quantity, price),
                terms.side() == Side.BUY ? held + quantity : held - quantity,
                now);
    }
}
