package io.opspipeline.dispatcher;

import io.opspipeline.dispatcher.rules.LadderRule;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.denial.Reaction;
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
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The `work-orders` reaction: sends the orders of an entry, rung by rung, until it is filled or
/// its time is over. Each rung is cancel, confirm, and a new order for what is left.
final class EntryLadder {

    private static final Logger LOG = LoggerFactory.getLogger(EntryLadder.class);

    /// From one look at the trading state to the next while an order is out.
    private static final Duration HALT_LOOK = Duration.ofSeconds(1);

    private final Supplier<LadderRule> rule;
    private final OrderEntry broker;
    private final OrderLedger ledger;
    private final EntryQuotes quotes;
    private final CancelConfirmation cancels;
    private final DoubtSettlement doubts;
    private final EntryStops stops;
    private final EarlierOrders earlier;
    private final EntryPauses pauses;
    private final EntriesInHand inHand;
    private final EntryRecovery recovery;
    private final Timers timers;
    private final Clock clock;
    private final Map<Long, EntryWork> waiting = new ConcurrentSkipListMap<>();

    EntryLadder(
            Supplier<LadderRule> rule,
            OrderEntry broker,
            OrderLedger ledger,
            EntryQuotes quotes,
            CancelConfirmation cancels,
            DoubtSettlement doubts,
            EntryStops stops,
            EarlierOrders earlier,
            EntryPauses pauses,
            EntriesInHand inHand,
            EntryRecovery recovery,
            Timers timers,
            Clock clock) {
        this.rule = rule;
        this.broker = broker;
        this.ledger = ledger;
        this.quotes = quotes;
        this.cancels = cancels;
        this.doubts = doubts;
        this.stops = stops;
        this.earlier = earlier;
        this.pauses = pauses;
        this.inHand = inHand;
        this.recovery = recovery;
        this.timers = timers;
        this.clock = clock;
    }

    /// Works an entry whose first order is committed. The account may have been halted since the
    /// run looked at it: the order of a signal before took its time.
    void begin(EntryWork work, Order first) {
        EntryWork begun = work.begun(clock.instant());
        inHand.take(begun);
        in(begun, () -> postIfAllowed(begun, first));
    }

    /// Works an entry that somebody else had claimed: what the broker has under the name of its
    /// first order is that order, and none is sent.
    void takeOver(EntryWork work, Order first) {
        EntryWork begun = work.begun(clock.instant());
        inHand.take(begun);
        in(
                begun,
                () ->
                        earlier.of(first)
                                .ifPresentOrElse(
                                        known -> answered(begun, first, known),
                                        () -> postIfAllowed(begun, first)));
    }

    /// Works the entries of an account no more, because another process owns it, or may.
    void letGo(AccountId account) {
        inHand.letGo(account);
        waiting.values().removeIf(work -> work.account().equals(account));
    }

    /// Cancels what an account that was halted has out, now instead of at the next rung. An order
    /// on its way to the broker or in doubt is cancelled once it is known to be there.
    void halt(AccountId account) {
        waiting.values().stream()
                .filter(work -> work.account().equals(account))
                .forEach(work -> in(work, () -> climbIfWaiting(work)));
    }

    private void post(EntryWork work, Order order) {
        answered(work, order, broker.submit(order.request()));
    }

    private void answered(EntryWork work, Order order, SubmitResult answer) {
        switch (answer) {
            case SubmitResult.Accepted(var update) -> {
                ledger.apply(work.account(), update);
                climbLater(work);
            }
            case SubmitResult.Refused refused -> refused(work, order, refused.denial());
            case SubmitResult.Postponed postponed -> postLater(work, order, postponed);
            case SubmitResult.Duplicate duplicate -> doubt(work, order, duplicate.denial());
            case SubmitResult.InDoubt(Denial denial) -> doubt(work, order, denial);
        }
    }

    /// A refused order is never sent again; a refusal that would meet every order stops the entries
    /// of the account.
    private void refused(EntryWork work, Order order, Denial denial) {
        ledger.refused(order.id(), denial, clock.instant());
        end(work, denial);
        if (denial.code().reaction() == Reaction.PAUSES) {
            pauses.pause(work.account(), denial, clock.instant());
        }
    }

    /// The same order under the same name: it never reached a book.
    private void postLater(EntryWork work, Order order, SubmitResult.Postponed postponed) {
        if (postponed.retryAt().isAfter(nextRungAt(work))) {
            abort(work, order, postponed.denial());
        } else {
            at(work, postponed.retryAt(), () -> postIfAllowed(work, order));
        }
    }

    private void postIfAllowed(EntryWork work, Order order) {
        stops.of(work)
                .ifPresentOrElse(denial -> abort(work, order, denial), () -> post(work, order));
    }

    private void abort(EntryWork work, Order order, Denial denial) {
        ledger.aborted(order.id(), denial, clock.instant());
        end(work, denial);
    }

    private void doubt(EntryWork work, Order order, Denial denial) {
        LOG.warn("{} is in doubt: {}", order.id(), denial);
        ledger.doubted(order.id(), denial, clock.instant());
        doubts.settle(order, settled -> in(work, () -> resume(work, settled)));
    }

    private void resume(EntryWork work, Order settled) {
        if (settled.state() == OrderState.LOST) {
            end(work, EntryDenials.ofEnd(settled));
        } else {
            climbLater(work);
        }
    }

    private void climbLater(EntryWork work) {
        waiting.put(work.dispatchId(), work);
        at(work, nextRungAt(work), () -> climbIfWaiting(work));
        watch(work);
    }

    /// While an order is out it asks by itself whether its account is halted: the halt may have
    /// come while it was on its way, a run of the job may take long, and news can be lost.
    private void watch(EntryWork work) {
        if (stops.isHalted(work.account())) {
            climbIfWaiting(work);
        } else {
            TimerKey key =
                    new TimerKey(
                            Stage.DISPATCHER, Optional.of(work.account()), "halt of " + work.id());
            timers.at(clock.instant().plus(HALT_LOOK), key, () -> watchIfWaiting(work));
        }
    }

    private void watchIfWaiting(EntryWork work) {
        if (work.equals(waiting.get(work.dispatchId()))) {
            in(work, () -> watch(work));
        }
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
            endedElsewhere(work, order);
        }
    }

    private void goOn(EntryWork work, Order ended) {
        boolean ours = ended.state() == OrderState.CANCELED && ended.remaining() > 0;
        int next = Math.max(work.attempt(), stepNow(work)) + 1;
        if (!ours) {
            endedElsewhere(work, ended);
        } else if (next > LadderRule.LAST_STEP + 1) {
            end(work, DenialCode.LADDER_ENDED.says("the ladder ended"));
        } else {
            EntryWork rung = work.next(ended.remaining(), next);
            stops.of(rung).ifPresentOrElse(denial -> end(work, denial), () -> nextRung(rung));
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
            end(work, EntryDenials.unpriced(quote));
            return;
        }
        Order order = work.order(limit.get(), clock.instant());
        ledger.commitIntent(order, quote);
        post(work, order);
    }

    /// The order has ended, and not by our cancel. One that is filled has filled its dispatch.
    private void endedElsewhere(EntryWork work, Order order) {
        if (order.state() == OrderState.FILLED) {
            inHand.end(work.dispatchId());
        } else {
            end(work, stops.behind(order).orElseGet(() -> EntryDenials.ofEnd(order)));
        }
    }

    private void end(EntryWork work, Denial denial) {
        LOG.info("entry in {} ended: {}", work.instrument().symbol(), denial);
        ledger.entryEnded(work.dispatchId(), denial, clock.instant());
        inHand.end(work.dispatchId());
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

    /// An entry whose step threw climbs no more: it is wound up in a moment, since its order may be
    /// out. One that was let go is the next owner's.
    private void in(EntryWork work, Runnable action) {
        if (!inHand.areWorked(work.dispatchId())) {
            LOG.info("{} is not worked here any more", work.id());
            return;
        }
        try (var _ = LogContext.of(work.account()).order(work.id()).open()) {
            action.run();
        } catch (RuntimeException broken) {
            inHand.drop(work);
            recovery.soon(work.account(), work.dispatchId());
            throw broken;
        }
    }
}
