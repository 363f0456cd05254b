package io.opspipeline.dispatcher;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.dispatch.Dispatches;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.runtime.order.CancelConfirmation;
import io.opspipeline.runtime.order.DoubtSettlement;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Winds up entries that nobody works: those of a process that died, and those whose order was lost
/// and appears after all. Orders are cancelled, never climbed: their plan is old.
final class EntryRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(EntryRecovery.class);

    private static final Denial WOUND_UP = DenialCode.WOUND_UP.says("wound up after a restart");

    private final Dispatches dispatches;
    private final OrderLedger ledger;
    private final BrokerBooks books;
    private final EntryLadder ladder;
    private final CancelConfirmation cancels;
    private final DoubtSettlement doubts;
    private final Clock clock;
    private final Set<ClientOrderId> inHand = ConcurrentHashMap.newKeySet();

    EntryRecovery(
            Dispatches dispatches,
            OrderLedger ledger,
            BrokerBooks books,
            EntryLadder ladder,
            CancelConfirmation cancels,
            DoubtSettlement doubts,
            Clock clock) {
        this.dispatches = dispatches;
        this.ledger = ledger;
        this.books = books;
        this.ladder = ladder;
        this.cancels = cancels;
        this.doubts = doubts;
        this.clock = clock;
    }

    /// Looks for such entries.
    ///
    /// @param dayStart start of the New York day, UTC: lost orders are watched from there
    void run(AccountId account, Instant dayStart) {
        ledger.lostSince(account, dayStart).forEach(order -> lookAgain(account, order));
        for (Order order : ledger.working(account)) {
            if (order.purpose() instanceof OrderPurpose.Entry(long dispatchId)
                    && !ladder.isWorking(dispatchId)
                    && inHand.add(order.id())) {
                LOG.warn("{} is nobody's: winding it up", order.id());
                windUp(order, dispatchId);
            }
        }
        for (long dispatchId : dispatches.withoutWorkingOrder(account)) {
            if (!ladder.isWorking(dispatchId)) {
                ledger.entryEnded(dispatchId, WOUND_UP, clock.instant());
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

    /// What throws leaves the order to the next run.
    private void windUp(Order order, long dispatchId) {
        try {
            if (order.brokerOrderId().isPresent()) {
                cancel(order, dispatchId);
            } else {
                ledger.doubted(
                        order.id(),
                        DenialCode.UNANSWERED_INTENT.says("found without an answer"),
                        clock.instant());
                doubts.settle(order, settled -> settled(settled, dispatchId));
            }
        } catch (RuntimeException broken) {
            inHand.remove(order.id());
            throw broken;
        }
    }

    private void settled(Order order, long dispatchId) {
        if (order.state().isWorking()) {
            cancel(order, dispatchId);
        } else {
            end(order, dispatchId);
        }
    }

    private void cancel(Order order, long dispatchId) {
        cancels.cancel(order, ended -> end(ended, dispatchId));
    }

    private void end(Order ended, long dispatchId) {
        inHand.remove(ended.id());
        Denial why = ended.state() == OrderState.LOST ? EntryDenials.ofEnd(ended) : WOUND_UP;
        ledger.entryEnded(dispatchId, why, clock.instant());
    }
}
