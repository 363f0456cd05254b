package io.opspipeline.dispatcher;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.order.OrderLedger;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Winds up entry orders that nobody works: those of a process that died, and those that were lost
/// and appear after all. They are cancelled, never climbed: their plan is old.
final class EntryRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(EntryRecovery.class);

    private final OrderLedger ledger;
    private final BrokerBooks books;
    private final EntryLadder ladder;
    private final CancelConfirmation cancels;
    private final DoubtSettlement doubts;
    private final Clock clock;
    private final Set<Order> inHand = ConcurrentHashMap.newKeySet();

    EntryRecovery(
            OrderLedger ledger,
            BrokerBooks books,
            EntryLadder ladder,
            CancelConfirmation cancels,
            DoubtSettlement doubts,
            Clock clock) {
        this.ledger = ledger;
        this.books = books;
        this.ladder = ladder;
        this.cancels = cancels;
        this.doubts = doubts;
        this.clock = clock;
    }

    /// Looks for such orders.
    ///
    /// @param dayStart start of the New York day, UTC: lost orders are watched from there
    void run(AccountId account, Instant dayStart) {
        ledger.lostSince(account, dayStart).forEach(order -> lookAgain(account, order));
        for (Order order : ledger.working(account)) {
            if (order.purpose() instanceof OrderPurpose.Entry(long dispatchId)
                    && !ladder.isWorking(dispatchId)
                    && inHand.add(order)) {
                LOG.warn("{} is nobody's: winding it up", order.id());
                windUp(order, dispatchId);
            }
        }
    }

    private void lookAgain(AccountId account, Order lost) {
        try {
            books.orderByClientId(account, lost.id())
                    .ifPresent(update -> ledger.apply(account, update));
        } catch (BrokerUnavailable unavailable) {
            LOG.warn("{} could not be looked up: {}", lost.id(), unavailable.getMessage());
        }
    }

    private void windUp(Order order, long dispatchId) {
        if (order.brokerOrderId().isPresent()) {
            cancels.cancel(order, ended -> end(order, ended, dispatchId));
            return;
        }
        ledger.doubted(order.id(), "found without an answer", clock.instant());
        doubts.settle(
                order,
                settled -> {
                    if (settled.state().isWorking()) {
                        cancels.cancel(settled, ended -> end(order, ended, dispatchId));
                    } else {
                        end(order, settled, dispatchId);
                    }
                });
    }

    private void end(Order found, Order ended, long dispatchId) {
        String why = ended.state() == OrderState.LOST ? "SUBMIT_LOST" : "wound up after a restart";
        ledger.entryEnded(dispatchId, why, clock.instant());
        inHand.remove(found);
    }
}
