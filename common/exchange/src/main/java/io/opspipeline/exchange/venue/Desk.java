package io.opspipeline.exchange.venue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Works orders and spreads: takes them in, has them filled, ends them, and tells of it. Called
/// under the venue's lock.
final class Desk {

    private final Steps steps;
    private final Faults faults;
    private final EventQueue events;
    private final FillChance chance;
    private final OrderFilling orders;
    private final SpreadFilling spreads;

    Desk(Quotes quotes, Steps steps, VenueSettings settings, Faults faults, EventQueue events) {
        this.steps = steps;
        this.faults = faults;
        this.events = events;
        this.chance = new FillChance(settings);
        VenueIds ids = new VenueIds(settings.seed());
        this.orders = new OrderFilling(quotes, steps, new Pricing(chance), faults, ids, events);
        this.spreads = new SpreadFilling(quotes, faults, ids, events);
    }

    /// Takes an order in; in session it fills at once what it can.
    ///
    /// @return the order as the answer shows it
    OrderView take(AccountBook book, OrderTerms terms, Instant now) {
        WorkingOrder order = WorkingOrder.taken(terms, now);
        OrderView taken = order.view();
        boolean isRejected = take(book, order, () -> faults.onAccepted(taken), now);
        return isRejected ? taken : order.view();
    }

    /// Takes a spread in; in session it fills at once what it can.
    ///
    /// @return the spread as the answer shows it
    SpreadView take(AccountBook book, SpreadTerms terms, Instant now) {
        WorkingSpread spread = WorkingSpread.taken(terms, now);
        take(book, spread, Optional::empty, now);
        return spread.view();
    }

    /// Works an open order at the start of a step: what waited for the open arrives, the others may
    /// fill, and then a pending cancel is done.
    void work(AccountBook book, Working order, Instant now) {
        if (order.progress().status() == OrderStatus.ACCEPTED) {
            start(book, order, now);
            return;
        }
        switch (order) {
            case WorkingOrder single -> orders.atStep(book, single, now);
            case WorkingSpread spread -> spreads.fill(book, spread, now);
        }
        if (order.progress().status() == OrderStatus.PENDING_CANCEL
                && !faults.holdsCancel(order.view())) {
            cancelNow(book, order, now);
        }
    }

    /// Takes the request to cancel an open order; most are done at once.
    void cancel(AccountBook book, Working order, Instant now) {
        if (order.progress().isCancelRequested()) {
            return;
        }
        order.progress().requestCancel(now);
        tell(book, EventKind.PENDING_CANCEL, order, now);
        if (faults.rejectsCancel(order.view())) {
            order.progress().rejectsCancel(now);
            tell(book, EventKind.CANCEL_REJECTED, order, now);
        } else if (!isSlow(order, now)) {
            cancelNow(book, order, now);
        }
    }

    /// Ends an open order at the close.
    void expire(AccountBook book, Working order, Instant now) {
        order.progress().expires(now);
        tell(book, EventKind.EXPIRED, order, now);
    }

    private boolean take(
            AccountBook book, Working order, Supplier<Optional<String>> switched, Instant now) {
        book.orders().add(order);
        Optional<String> fault = order.fault().or(switched);
        if (fault.isPresent()) {
            order.progress().rejects(fault.get(), now);
            tell(book, EventKind.REJECTED, order, now);
        } else if (steps.isOpen(now)) {
            start(book, order, now);
        } else {
            tell(book, EventKind.ACCEPTED, order, now);
        }
        return fault.isPresent();
    }

    private void start(AccountBook book, Working order, Instant now) {
        order.progress().works(now);
        tell(book, EventKind.NEW, order, now);
        switch (order) {
            case WorkingOrder single -> orders.onArrival(book, single, now);
            case WorkingSpread spread -> spreads.fill(book, spread, now);
        }
    }

    private boolean isSlow(Working order, Instant now) {
        return faults.holdsCancel(order.view())
                || (steps.isOpen(now)
                        && chance.cancelsSlowly(
                                order.account(), order.clientOrderId(), steps.at(now)));
    }

    private void cancelNow(AccountBook book, Working order, Instant now) {
        order.progress().cancels(now);
        tell(book, EventKind.CANCELED, order, now);
    }

    private void tell(AccountBook book, EventKind kind, Working order, Instant now) {
        long sequence = book.nextEvent();
        events.add(
                switch (order) {
                    case WorkingOrder single ->
                            new OrderEvent(sequence, kind, single.view(), Optional.empty(), now);
                    case WorkingSpread spread ->
                            new SpreadEvent(
                                    sequence,
                                    kind,
                                    spread.view(),
                                    0,
                                    BigDecimal.ZERO,
                                    List.of(),
                                    now);
                });
    }
}
