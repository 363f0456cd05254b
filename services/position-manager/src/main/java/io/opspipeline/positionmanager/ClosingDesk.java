package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import io.opspipeline.positionmanager.rules.ClosingStep;
import io.opspipeline.positionmanager.rules.Exit;
import io.opspipeline.runtime.log.LogContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The `close-positions` reaction of one account: works at most one closing order per position,
/// rung by rung, until nothing is left to sell. Before each order every other order of the position
/// is cancelled and confirmed, and an entry that still buys it. Positions are closed beside each
/// other.
final class ClosingDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ClosingDesk.class);
    private static final Duration STUCK_AFTER = Duration.ofMinutes(3);
    private static final Duration SETTLING_LOOK = Duration.ofSeconds(1);

    private final AccountId account;
    private final ClosingPrices prices;
    private final ClosingOrders orders;
    private final ClosingRows rows;
    private final Refusals refusals;
    private final OrdersInTheWay others;
    private final SessionCalendar calendar;
    private final Timers timers;
    private final Clock clock;
    private final Closings closings = new Closings();
    private final Map<Long, ReentrantLock> turns = new ConcurrentHashMap<>();
    private volatile boolean isLetGo;

    ClosingDesk(
            AccountId account,
            ClosingPrices prices,
            ClosingOrders orders,
            ClosingRows rows,
            Refusals refusals,
            OrdersInTheWay others,
            SessionCalendar calendar,
            Timers timers,
            Clock clock) {
        this.account = account;
        this.prices = prices;
        this.orders = orders;
        this.rows = rows;
        this.refusals = refusals;
        this.others = others;
        this.calendar = calendar;
        this.timers = timers;
        this.clock = clock;
    }

    /// What became of a wish to close.
    enum Begun {
        /// A close under this rule has begun.
        BEGUN,
        /// One is under way that the rule does not precede.
        GOES_ON,
        /// The position is gone, or the rule has done its part already.
        OUTDATED
    }

    /// True while this process closes the position.
    boolean isClosing(long positionId) {
        return closings.ruleOf(positionId).isPresent();
    }

    /// True when a close under a rule would be news.
    boolean takes(long positionId, ExitReason rule) {
        return closings.ruleOf(positionId).filter(current -> !rule.precedes(current)).isEmpty();
    }

    /// Closes a position, or a part of it, as it is stored now. A close that is under way goes on
    /// unless the new rule precedes its rule.
    Begun begin(HeldPosition seen, Exit exit) {
        return inTurn(
                seen.id(),
                () ->
                        !isLetGo && takes(seen.id(), exit.rule())
                                ? start(seen, exit)
                                : Begun.GOES_ON);
    }

    private Begun start(HeldPosition seen, Exit exit) {
        Optional<HeldPosition> held =
                rows.held(seen.id())
                        .filter(now -> exit.rule() != ExitReason.PARTIAL || !now.partialTaken());
        if (held.isEmpty()) {
            return Begun.OUTDATED;
        }
        LOG.info("{}: {} {}", seen.position().instrument().symbol(), exit.rule(), exit.detail());
        Closing closing = Closing.of(held.get(), exit.rule(), clock.instant());
        refusals.beginAnew(seen.id());
        rows.begun(closing, exit.detail());
        closings.start(closing);
        in(closing, () -> advance(closing));
        return Begun.BEGUN;
    }

    /// Forgets closes that have not moved for longer than any answer takes, so that they are taken
    /// up again: whatever broke, nothing may rest in CLOSING unwatched.
    void forgetStuck() {
        closings.forgetBefore(clock.instant().minus(STUCK_AFTER));
    }

    /// Ends every close where it is; it waits for no answer that is still to come.
    void letGo() {
        isLetGo = true;
    }

    /// The next order, once no other is in its way.
    private void advance(Closing closing) {
        Optional<Order> other = rows.inTheWay(closing);
        if (other.isPresent()) {
            orders.wind(other.get(), _ -> in(closing, () -> advance(closing)));
            return;
        }
        int toSell = rows.toSell(closing);
        if (toSell <= 0) {
            finish(closing);
        } else if (!calendar.isOpen(clock.instant())) {
            rest(closing);
        } else if (prices.areHeldBack(closing, clock.instant())) {
            LOG.debug("{} waits: its stock is halted, or was", closing.instrument().symbol());
            waitForPrices(closing);
        } else {
            sell(closing, toSell);
        }
    }

    /// The time of a halt is none of the ladder's.
    private void waitForPrices(Closing closing) {
        Closing anew = closing.begunAt(clock.instant().plus(SETTLING_LOOK));
        closings.start(anew);
        after(anew, SETTLING_LOOK, () -> advance(anew));
    }

    /// After a refusal over what is held, no more is offered than the broker's books have free.
    /// Books that cannot be read say nothing: the broker refuses what is not free.
    private void sell(Closing closing, int toSell) {
        int free = refusals.mustCompare(closing) ? orders.free(closing).orElse(toSell) : toSell;
        if (free > 0) {
            step(closing, Math.min(free, toSell));
        } else {
            retry(closing, Refusals.notFree(toSell));
        }
    }

    private void step(Closing closing, int toSell) {
        Optional<Quote> quote = prices.quote(closing, clock.instant());
        switch (prices.next(closing, quote, refusals.mayUseMarket(closing), clock.instant())) {
            case ClosingStep.AtLimit(Price limit, Duration look, _) ->
                    send(closing, toSell, Optional.of(limit), quote, look);
            case ClosingStep.AtMarket(Duration look) ->
                    send(closing, toSell, Optional.empty(), quote, look);
            case ClosingStep.Wait(String reason, Duration look) -> {
                LOG.warn("{} waits: {}", closing.instrument().symbol(), reason);
                after(closing, look, () -> advance(closing));
            }
        }
    }

    private void send(
            Closing closing,
            int quantity,
            Optional<Price> limit,
            Optional<Quote> quote,
            Duration look) {
        Order order = closing.order(rows.nextAttempt(closing), quantity, limit, clock.instant());
        orders.send(order, quote, sent -> in(closing, () -> answered(closing, sent, look)));
    }

    private void answered(Closing closing, Sent sent, Duration look) {
        switch (sent) {
            case Sent.AtWork(Order order) ->
                    after(closing, look, () -> renew(closing, order, look));
            case Sent.Refused(Denial denial) -> retry(closing, denial);
            case Sent.Ended(Order order) -> ended(closing, order);
        }
    }

    /// The time of an order is over: it is replaced, unless it is one that rests.
    private void renew(Closing closing, Order sent, Duration look) {
        Order order = rows.order(sent.id());
        boolean rests = order.state().isWorking() && prices.rests(closing, order, clock.instant());
        Order current = rests ? orders.current(order) : order;
        if (!current.state().isWorking()) {
            ended(closing, current);
            return;
        }
        refusals.beginAnew(closing.positionId());
        if (rests) {
            leave(closing, sent, look);
        } else {
            advance(closing);
        }
    }

    private void leave(Closing closing, Order sent, Duration look) {
        Runnable again = () -> renew(closing, sent, look);
        rows.atWorkBeside(closing, sent.id())
                .ifPresentOrElse(
                        lost -> orders.wind(lost, _ -> in(closing, again)),
                        () -> after(closing, look, again));
    }

    /// An order that ended without us and unfilled will end so again: the next one waits. One that
    /// the close of the session ended is nobody's refusal.
    private void ended(Closing closing, Order order) {
        switch (order.state()) {
            case FILLED, LOST -> advance(closing);
            case EXPIRED -> {
                if (calendar.isOpen(clock.instant())) {
                    retry(closing, Refusals.of(order));
                } else {
                    rest(closing);
                }
            }
            case REJECTED, CANCELED -> retry(closing, Refusals.of(order));
            case INTENT, IN_DOUBT, SUBMITTED, PARTIALLY_FILLED, PENDING_CANCEL ->
                    throw new IllegalStateException(order.id() + " has not ended");
        }
    }

    private void retry(Closing closing, Denial denial) {
        others.clear(closing, denial, clock.instant());
        Duration pause = refusals.next(closing, denial, clock.instant());
        after(closing, pause, () -> advance(closing));
    }

    private void finish(Closing closing) {
        rows.finished(closing, clock.instant());
        forget(closing);
    }

    /// What the session left open is judged anew in the next one.
    private void rest(Closing closing) {
        rows.reopened(
                closing,
                DenialCode.SESSION_OVER.says("the session is over").toString(),
                clock.instant());
        forget(closing);
    }

    private void forget(Closing closing) {
        closings.end(closing);
        refusals.forget(closing.positionId());
    }

    private void after(Closing closing, Duration pause, Runnable action) {
        TimerKey key =
                new TimerKey(
                        Stage.POSITION_MANAGER,
                        Optional.of(account),
                        "close " + closing.instrument().symbol() + " " + closing.rule());
        timers.at(clock.instant().plus(pause), key, () -> in(closing, action));
    }

    /// Only while the close is still the one of its position: a higher rule ends all that the lower
    /// one had planned. What breaks is tried again.
    private void in(Closing closing, Runnable action) {
        inTurn(
                closing.positionId(),
                () -> {
                    if (!isLetGo && closings.isCurrent(closing)) {
                        move(closing, action);
                    }
                    return closing;
                });
    }

    private void move(Closing closing, Runnable action) {
        closings.move(closing, clock.instant());
        try (var _ = LogContext.of(account).open()) {
            action.run();
        } catch (RuntimeException failure) {
            LOG.error("the close of {} broke", closing.instrument().symbol(), failure);
            retry(
                    closing,
                    DenialCode.CLOSE_BROKE.says(
                            "a step of ours broke, " + failure.getClass().getSimpleName()));
        }
    }

    /// One step at a time of a position; positions do not wait for each other.
    private <T> T inTurn(long positionId, Supplier<T> step) {
        ReentrantLock turn = turns.computeIfAbsent(positionId, _ -> new ReentrantLock());
        turn.lock();
        try {
            return step.get();
        } finally {
            turn.unlock();
        }
    }
}
