package io.opspipeline.exchange.venue;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.Side;
import java.time.Instant;
import java.util.Optional;

/// Works orders: takes them in, fills them, ends them, and tells of it. Called under the venue's
/// lock.
final class Desk {

    private final Quotes quotes;
    private final Steps steps;
    private final Faults faults;
    private final EventQueue events;
    private final FillChance chance;
    private final Pricing pricing;
    private final VenueIds ids;

    Desk(Quotes quotes, Steps steps, VenueSettings settings, Faults faults, EventQueue events) {
        this.quotes = quotes;
        this.steps = steps;
        this.faults = faults;
        this.events = events;
        this.chance = new FillChance(settings);
        this.pricing = new Pricing(chance);
        this.ids = new VenueIds(settings.seed());
    }

    /// Takes an order in; in session it fills at once what it can.
    ///
    /// @return the order as the answer shows it
    OrderView take(AccountBook book, OrderTerms terms, Instant now) {
        WorkingOrder order = new WorkingOrder(terms, now);
        book.orders().add(order);
        OrderView taken = order.view();
        Optional<String> fault = terms.fault().or(() -> faults.onAccepted(taken));
        if (fault.isPresent()) {
            order.rejects(fault.get(), now);
            tell(book, EventKind.REJECTED, order, now);
            return taken;
        }
        if (!steps.isOpen(now)) {
            tell(book, EventKind.ACCEPTED, order, now);
            return taken;
        }
        start(book, order, now);
        return order.view();
    }

    /// Works an open order at the start of a step: what waited for the open arrives, the others may
    /// fill, and then a pending cancel is done.
    void work(AccountBook book, WorkingOrder order, Instant now) {
        if (order.status() == OrderStatus.ACCEPTED) {
            start(book, order, now);
            return;
        }
        quotes.at(order.terms().instrument(), now)
                .ifPresentOrElse(
                        quote ->
                                pricing.atStep(order, quote, steps.at(now))
                                        .ifPresent(price -> fill(book, order, quote, price, now)),
                        order::rests);
        if (order.status() == OrderStatus.PENDING_CANCEL && !faults.holdsCancel(order.view())) {
            cancelNow(book, order, now);
        }
    }

    /// Takes the request to cancel an open order; most are done at once.
    void cancel(AccountBook book, WorkingOrder order, Instant now) {
        if (order.isCancelRequested()) {
            return;
        }
        order.requestCancel(now);
        tell(book, EventKind.PENDING_CANCEL, order, now);
        if (!isSlow(order, now)) {
            cancelNow(book, order, now);
        }
    }

    /// Ends an open order at the close.
    void expire(AccountBook book, WorkingOrder order, Instant now) {
        order.expires(now);
        tell(book, EventKind.EXPIRED, order, now);
    }

    private void start(AccountBook book, WorkingOrder order, Instant now) {
        order.works(now);
        tell(book, EventKind.NEW, order, now);
        quotes.at(order.terms().instrument(), now)
                .ifPresentOrElse(
                        quote ->
                                Pricing.onArrival(order, quote)
                                        .ifPresent(price -> fill(book, order, quote, price, now)),
                        order::rests);
    }

    private void fill(AccountBook book, WorkingOrder order, Quote quote, Price price, Instant now) {
        Instrument instrument = order.terms().instrument();
        Side side = order.terms().side();
        int left = book.liquidity().left(instrument, side, quote);
        int quantity = Math.min(left, order.remaining());
        if (quantity == 0) {
            return;
        }
        book.liquidity().take(instrument, side, quantity);
        VenueFill fill = execution(book, order, quantity, price, quote, now);
        order.fills(quantity, price, now);
        book.book(fill);
        EventKind kind = order.remaining() == 0 ? EventKind.FILL : EventKind.PARTIAL_FILL;
        tell(book, kind, order, Optional.of(fill), now);
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
                ids.execution(terms.account(), terms.clientOrderId(), order.fills() + 1),
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

    private boolean isSlow(WorkingOrder order, Instant now) {
        OrderTerms terms = order.terms();
        return faults.holdsCancel(order.view())
                || (steps.isOpen(now)
                        && chance.cancelsSlowly(
                                terms.account(), terms.clientOrderId(), steps.at(now)));
    }

    private void cancelNow(AccountBook book, WorkingOrder order, Instant now) {
        order.cancels(now);
        tell(book, EventKind.CANCELED, order, now);
    }

    private void tell(AccountBook book, EventKind kind, WorkingOrder order, Instant now) {
        tell(book, kind, order, Optional.empty(), now);
    }

    private void tell(
            AccountBook book,
            EventKind kind,
            WorkingOrder order,
            Optional<VenueFill> fill,
            Instant now) {
        events.add(new OrderEvent(book.nextEvent(), kind, order.view(), fill, now));
    }
}
