package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.broker.OrderEntry;
import io.opspipeline.ports.broker.SubmitResult;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import io.opspipeline.runtime.order.CancelConfirmation;
import io.opspipeline.runtime.order.DoubtSettlement;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends single orders and winds them up, so that whoever decides hears one clear answer.
final class ClosingOrders {

    private static final Logger LOG = LoggerFactory.getLogger(ClosingOrders.class);

    private final OrderEntry broker;
    private final BrokerBooks books;
    private final OrderLedger ledger;
    private final CancelConfirmation cancels;
    private final DoubtSettlement doubts;
    private final Timers timers;
    private final Clock clock;
    private final Set<ClientOrderId> unsent = ConcurrentHashMap.newKeySet();

    ClosingOrders(
            OrderEntry broker,
            BrokerBooks books,
            OrderLedger ledger,
            CancelConfirmation cancels,
            DoubtSettlement doubts,
            Timers timers,
            Clock clock) {
        this.broker = broker;
        this.books = books;
        this.ledger = ledger;
        this.cancels = cancels;
        this.doubts = doubts;
        this.timers = timers;
        this.clock = clock;
    }

    /// Commits an order and sends it.
    ///
    /// @param quote the quote it was priced on
    /// @param then hears what became of it; for an order in doubt, once that is settled
    void send(Order order, Optional<Quote> quote, Consumer<Sent> then) {
        ledger.commitIntent(order, quote);
        post(order, then);
    }

    /// Brings an order to its end, whatever its state.
    ///
    /// @param then is given the order once it has ended
    void wind(Order order, Consumer<Order> then) {
        if (unsent.remove(order.id())) {
            then.accept(
                    ledger.aborted(
                                    order.id(),
                                    DenialCode.CLOSE_REPLACED.says("replaced"),
                                    clock.instant())
                            .after());
        } else if (order.brokerOrderId().isPresent()) {
            cancels.cancel(order, then);
        } else {
            ledger.doubted(
                    order.id(),
                    DenialCode.UNANSWERED_INTENT.says("found without an answer"),
                    clock.instant());
            doubts.settle(order, settled -> windSettled(settled, then));
        }
    }

    /// The order as the broker's books have it, or as we know it when they cannot be read.
    Order current(Order order) {
        AccountId account = order.request().account();
        try {
            books.orderByClientId(account, order.id())
                    .ifPresent(update -> ledger.apply(account, update));
        } catch (BrokerUnavailable unavailable) {
            LOG.warn("{} could not be looked up: {}", order.id(), unavailable.getMessage());
        }
        return ledger.find(account, order.id()).orElseThrow();
    }

    /// How much of a position the broker's books hold that no other order sells; empty when they
    /// cannot be read.
    OptionalInt free(Closing closing) {
        try {
            return OptionalInt.of(
                    books.positions(closing.account()).stream()
                            .filter(held -> held.instrument().equals(closing.instrument()))
                            .mapToInt(BrokerPosition::available)
                            .sum());
        } catch (BrokerUnavailable unavailable) {
            LOG.warn(
                    "positions of {} could not be read: {}",
                    closing.account(),
                    unavailable.getMessage());
            return OptionalInt.empty();
        }
    }

    private void windSettled(Order settled, Consumer<Order> then) {
        if (settled.state().isWorking()) {
            cancels.cancel(settled, then);
        } else {
            then.accept(settled);
        }
    }

    private void post(Order order, Consumer<Sent> then) {
        AccountId account = order.request().account();
        switch (broker.submit(order.request())) {
            case SubmitResult.Accepted(var update) -> {
                ledger.apply(account, update);
                then.accept(Sent.of(ledger.find(account, order.id()).orElseThrow()));
            }
            case SubmitResult.Refused refused -> {
                ledger.refused(order.id(), refused.denial(), clock.instant());
                then.accept(new Sent.Refused(refused.denial()));
            }
            case SubmitResult.Postponed postponed -> postLater(order, postponed.retryAt(), then);
            case SubmitResult.Duplicate duplicate -> doubt(order, duplicate.denial(), then);
            case SubmitResult.InDoubt(Denial denial) -> doubt(order, denial, then);
        }
    }

    /// The same order under the same name: it never reached a book.
    private void postLater(Order order, Instant retryAt, Consumer<Sent> then) {
        unsent.add(order.id());
        TimerKey key =
                new TimerKey(
                        Stage.POSITION_MANAGER,
                        Optional.of(order.request().account()),
                        "post " + order.id());
        timers.at(
                retryAt,
                key,
                () -> {
                    if (unsent.remove(order.id())) {
                        post(order, then);
                    }
                });
    }

    /// Whoever winds up an order that is on its way looks for it already, in the place of whoever
    /// sent it.
    private void doubt(Order order, Denial denial, Consumer<Sent> then) {
        LOG.warn("{} is in doubt: {}", order.id(), denial);
        ledger.doubted(order.id(), denial, clock.instant());
        if (!doubts.isSearching(order)) {
            doubts.settle(order, settled -> then.accept(Sent.of(settled)));
        }
    }
}
