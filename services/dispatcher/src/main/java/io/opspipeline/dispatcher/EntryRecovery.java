package io.opspipeline.dispatcher;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.dispatch.Dispatches;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import io.opspipeline.runtime.order.CancelConfirmation;
import io.opspipeline.runtime.order.DoubtSettlement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Winds up entries that nobody works: those of a process that died, those of which a step broke,
/// and those whose order was lost and appears after all. Orders are cancelled, never climbed: their
/// plan is old.
final class EntryRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(EntryRecovery.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private static final Denial RESTARTED = DenialCode.WOUND_UP.says("wound up after a restart");
    private static final Denial BROKE = DenialCode.WOUND_UP.says("wound up after a step broke");

    private final Dispatches dispatches;
    private final OrderLedger ledger;
    private final BrokerBooks books;
    private final EntriesInHand entries;
    private final CancelConfirmation cancels;
    private final DoubtSettlement doubts;
    private final Timers timers;
    private final Clock clock;
    private final Set<ClientOrderId> winding = ConcurrentHashMap.newKeySet();

    EntryRecovery(
            Dispatches dispatches,
            OrderLedger ledger,
            BrokerBooks books,
            EntriesInHand entries,
            CancelConfirmation cancels,
            DoubtSettlement doubts,
            Timers timers,
            Clock clock) {
        this.dispatches = dispatches;
        this.ledger = ledger;
        this.books = books;
        this.entries = entries;
        this.cancels = cancels;
        this.doubts = doubts;
        this.timers = timers;
        this.clock = clock;
    }

    /// Looks for such entries.
    ///
    /// @param dayStart start of the New York day, UTC: lost orders are watched from there
    void run(AccountId account, Instant dayStart) {
        ledger.lostSince(account, dayStart).forEach(order -> lookAgain(account, order));
        for (Order order : ledger.working(account)) {
            if (order.purpose() instanceof OrderPurpose.Entry(long dispatchId)
                    && !entries.areWorked(dispatchId)) {
                windUpOnce(order, dispatchId, RESTARTED);
            }
        }
        for (long dispatchId : dispatches.withoutWorkingOrder(account)) {
            if (!entries.areWorked(dispatchId)) {
                ledger.entryEnded(dispatchId, RESTARTED, clock.instant());
            }
        }
    }

    /// Winds up an entry of which a step broke, in a moment: its order may be out, and the next run
    /// minutes away. What breaks over that is tried again, until the entry has ended or the account
    /// is let go.
    void soon(AccountId account, long dispatchId) {
        again(account, dispatchId, FIRST_PAUSE);
    }

    private void again(AccountId account, long dispatchId, Duration pause) {
        TimerKey key =
                new TimerKey(Stage.DISPATCHER, Optional.of(account), "wind up " + dispatchId);
        timers.at(
                clock.instant().plus(pause),
                key,
                () -> {
                    if (entries.areDropped(dispatchId) && !isWoundUp(account, dispatchId)) {
                        again(account, dispatchId, longer(pause));
                    }
                });
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private boolean isWoundUp(AccountId account, long dispatchId) {
        try {
            List<Order> working =
                    ledger.working(account).stream()
                            .filter(order ->
                                    order.purpose().equals(new OrderPurpose.Entry(dispatchId)))
                            .toList();
            working.forEach(order -> windUpOnce(order, dispatchId, BROKE));
            if (working.isEmpty()) {
                end(account, dispatchId);
            }
            return working.isEmpty();
        } catch (RuntimeException broken) {
            LOG.warn("dispatch {} is not wound up yet", dispatchId, broken);
            return false;
        }
    }

    private void end(AccountId account, long dispatchId) {
        if (dispatches.withoutWorkingOrder(account).contains(dispatchId)) {
            ledger.entryEnded(dispatchId, BROKE, clock.instant());
        }
        entries.end(dispatchId);
    }

    private void lookAgain(AccountId account, Order lost) {
        try {
            books.orderByClientId(account, lost.id())
                    .ifPresent(update -> ledger.apply(account, update));
        } catch (BrokerUnavailable unavailable) {
            LOG.warn("{} could not be looked up: {}", lost.id(), unavailable.getMessage());
        }
    }

    private void windUpOnce(Order order, long dispatchId, Denial why) {
        if (winding.add(order.id())) {
            LOG.warn("{} is nobody's: winding it up", order.id());
            step(order, () -> windUp(order, dispatchId, why));
        }
    }

    /// What throws leaves the order to the next look.
    private void step(Order order, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException broken) {
            winding.remove(order.id());
            throw broken;
        }
    }

    private void windUp(Order order, long dispatchId, Denial why) {
        if (order.brokerOrderId().isPresent()) {
            cancel(order, dispatchId, why);
        } else {
            ledger.doubted(
                    order.id(),
                    DenialCode.UNANSWERED_INTENT.says("found without an answer"),
                    clock.instant());
            doubts.settle(order, settled -> step(settled, () -> settled(settled, dispatchId, why)));
        }
    }

    private void settled(Order order, long dispatchId, Denial why) {
        if (order.state().isWorking()) {
            cancel(order, dispatchId, why);
        } else {
            end(order, dispatchId, why);
        }
    }

    private void cancel(Order order, long dispatchId, Denial why) {
        cancels.cancel(order, ended -> end(ended, dispatchId, why));
    }

    private void end(Order ended, long dispatchId, Denial why) {
        winding.remove(ended.id());
        ledger.entryEnded(
                dispatchId,
                ended.state() == OrderState.LOST ? EntryDenials.ofEnd(ended) : why,
                clock.instant());
    }
}
