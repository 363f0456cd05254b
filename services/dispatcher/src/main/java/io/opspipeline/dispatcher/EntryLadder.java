package io.opspipeline.dispatcher;

import io.opspipeline.dispatcher.rules.LadderRule;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.ports.broker.OrderEntry;
import io.opspipeline.ports.broker.SubmitResult;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import io.opspipeline.runtime.log.LogContext;
import io.opspipeline.runtime.order.CancelConfirmation;
import io.opspipeline.runtime.order.DoubtSettlement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The `work-orders` reaction: sends the orders of an entry, rung by rung, until it is filled or
/// its time is over. Each rung is cancel, confirm, and a new order for what is left.
final class EntryLadder {

    private static final Logger LOG = LoggerFactory.getLogger(EntryLadder.class);

    private static final String NOT_ANY_MORE = "the account may not enter any more";

    private final Supplier<LadderRule> rule;
    private final OrderEntry broker;
    private final OrderLedger ledger;
    private final EntryQuotes quotes;
    private final CancelConfirmation cancels;
    private final DoubtSettlement doubts;
    private final EntryPermission permission;
    private final Timers timers;
    private final Clock clock;
    private final Map<Long, AccountId> inHand = new ConcurrentHashMap<>();
    private final Map<Long, EntryWork> waiting = new ConcurrentSkipListMap<>();

    EntryLadder(
            Supplier<LadderRule> rule,
            OrderEntry broker,
            OrderLedger ledger,
            EntryQuotes quotes,
            CancelConfirmation cancels,
            DoubtSettlement doubts,
            EntryPermission permission,
            Timers timers,
            Clock clock) {
        this.rule = rule;
        this.broker = broker;
        this.ledger = ledger;
        this.quotes = quotes;
        this.cancels = cancels;
        this.doubts = doubts;
        this.permission = permission;
        this.timers = timers;
        this.clock = clock;
    }

    /// Works an entry whose first order is committed. The account may have been halted since the
    /// run looked at it: the order of a signal before took its time.
    void begin(EntryWork work, Order first) {
        EntryWork begun = work.begun(clock.instant());
        inHand.put(work.dispatchId(), work.account());
        in(begun, () -> postIfAllowed(begun, first));
    }

    /// True while this process works the entry of a dispatch.
    boolean isWorking(long dispatchId) {
        return inHand.containsKey(dispatchId);
    }

    /// Works the entries of an account no more, because another process owns it, or may.
    void letGo(AccountId account) {
        inHand.values().removeIf(account::equals);
        waiting.values().removeIf(work -> work.account().equals(account));
    }

    /// Cancels what an account that was halted has out, now instead of at the next rung. An order
    /// on its way to the broker or in doubt is cancelled at the rung that follows.
    void halt(AccountId account) {
        waiting.values().stream()
                .filter(work -> work.account().equals(account))
                .forEach(work -> in(work, () -> climbIfWaiting(work)));
    }

    private void post(EntryWork work, Order order) {
        switch (broker.submit(order.request())) {
            case SubmitResult.Accepted(var update) -> {
                ledger.apply(work.account(), update);
                climbLater(work);
            }
            case SubmitResult.Refused(int status, int code, String message) -> {
                String reason = "refused %d/%d: %s".formatted(status, code, message);
                ledger.refused(order.id(), reason, clock.instant());
                end(work, reason);
            }
            case SubmitResult.RateLimited(Instant retryAt) -> postLater(work, order, retryAt);
            case SubmitResult.Duplicate() -> doubt(work, order, "duplicate client order id");
            case SubmitResult.InDoubt(String reason) -> doubt(work, order, reason);
        }
    }

    /// The same order under the same name: a refusal for its rate never reached a book.
    private void postLater(EntryWork work, Order order, Instant retryAt) {
        if (retryAt.isAfter(nextRungAt(work))) {
            abort(work, order, "rate limited until " + retryAt);
        } else {
            at(work, retryAt, () -> postIfAllowed(work, order));
        }
    }

    private void postIfAllowed(EntryWork work, Order order) {
        if (permission.mayEnter(work.account())) {
            post(work, order);
        } else {
            abort(work, order, NOT_ANY_MORE);
        }
    }

    private void abort(EntryWork work, Order order, String reason) {
        ledger.aborted(order.id(), reason, clock.instant());
        end(work, reason);
    }

    private void doubt(EntryWork work, Order order, String reason) {
        LOG.warn("{} is in doubt: {}", order.id(), reason);
        ledger.doubted(order.id(), reason, clock.instant());
        doubts.settle(order, settled -> in(work, () -> resume(work, settled)));
    }

    private void resume(EntryWork work, Order settled) {
        if (settled.state() == OrderState.LOST) {
            end(work, "SUBMIT_LOST");
        } else {
            climbLater(work);
        }
    }

    private void climbLater(EntryWork work) {
        waiting.put(work.dispatchId(), work);
        at(work, nextRungAt(work), () -> climbIfWaiting(work));
    }

    /// Whoever takes the rung climbs it: its timer, or a halt.
    private void climbIfWaiting(EntryWork work) {
        if (waiting.remove(work.dispatchId(), work)) {
            climb(work);
        }
    }

    private void climb(EntryWork work) {
        Order order = ledger.find(work.account(), work.id()).orElseThrow();
        if (order.state().isWorking()) {
            cancels.cancel(order, ended -> in(work, () -> goOn(work, ended)));
        } else {
            end(work, "ended at the broker: " + order.state());
        }
    }

    private void goOn(EntryWork work, Order ended) {
        boolean ours = ended.state() == OrderState.CANCELED && ended.remaining() > 0;
        int next = Math.max(work.attempt(), stepNow(work)) + 1;
        if (!ours) {
            end(work, ended.reason().orElse(ended.state().toString()));
        } else if (next > LadderRule.LAST_STEP + 1) {
            end(work, "the ladder ended");
        } else if (!permission.mayEnter(work.account())) {
            end(work, NOT_ANY_MORE);
        } else {
            nextRung(work.next(ended.remaining(), next));
        }
    }

    private void nextRung(EntryWork work) {
        Optional<Quote> quote = quotes.of(work.instrument());
        Optional<Price> limit =
                quote.flatMap(now ->
                        rule.get()
                                .limit(
                                        work.attempt() - 1,
                                        now,
                                        work.planPrice(),
                                        work.increment()));
        if (limit.isEmpty()) {
            end(work, quote.isEmpty() ? "no usable quote" : "above the ceiling of the plan price");
            return;
        }
        Order order = work.order(limit.get(), clock.instant());
        ledger.commitIntent(order, quote);
        post(work, order);
    }

    private void end(EntryWork work, String reason) {
        LOG.info("entry in {} ended: {}", work.instrument().symbol(), reason);
        ledger.entryEnded(work.dispatchId(), reason, clock.instant());
        inHand.remove(work.dispatchId());
    }

    /// A look-up or a slow cancel may have taken the time of rungs.
    private int stepNow(EntryWork work) {
        return rule.get().stepAt(Duration.between(work.startedAt(), clock.instant()));
    }

    private Instant nextRungAt(EntryWork work) {
        return work.startedAt().plus(rule.get().stepLength().multipliedBy(work.attempt()));
    }

    private void at(EntryWork work, Instant due, Runnable action) {
        TimerKey key =
                new TimerKey(Stage.DISPATCHER, Optional.of(work.account()), "entry " + work.id());
        timers.at(due, key, () -> in(work, action));
    }

    /// An entry whose step threw is nobody's: the next run of the job winds it up. One that was let
    /// go is the next owner's.
    private void in(EntryWork work, Runnable action) {
        if (!isWorking(work.dispatchId())) {
            LOG.info("{} is not worked here any more", work.id());
            return;
        }
        try (var _ = LogContext.of(work.account()).order(work.id()).open()) {
            action.run();
        } catch (RuntimeException broken) {
            inHand.remove(work.dispatchId());
            throw broken;
        }
    }
}
