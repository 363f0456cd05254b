package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import io.opspipeline.positionmanager.rules.ClosingLadderRule;
import io.opspipeline.positionmanager.rules.ClosingStep;
import io.opspipeline.positionmanager.rules.Exit;
import io.opspipeline.runtime.log.LogContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The `close-positions` reaction of one account: works at most one closing order per position,
/// rung by rung, until nothing is left to sell. Before each order every other order of the position
/// is cancelled and confirmed.
final class ClosingDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ClosingDesk.class);
    private static final Duration STUCK_AFTER = Duration.ofMinutes(3);

    private final AccountId account;
    private final ClosingLadderRule ladder;
    private final ClosingOrders orders;
    private final OrderLedger ledger;
    private final Positions positions;
    private final MarketView market;
    private final Refusals refusals;
    private final SessionCalendar calendar;
    private final Timers timers;
    private final Clock clock;
    private final Map<Long, Closing> active = new TreeMap<>();
    private final Map<Long, Instant> moved = new TreeMap<>();

    ClosingDesk(
            AccountId account,
            ClosingLadderRule ladder,
            ClosingOrders orders,
            OrderLedger ledger,
            Positions positions,
            MarketView market,
            Refusals refusals,
            SessionCalendar calendar,
            Timers timers,
            Clock clock) {
        this.account = account;
        this.ladder = ladder;
        this.orders = orders;
        this.ledger = ledger;
        this.positions = positions;
        this.market = market;
        this.refusals = refusals;
        this.calendar = calendar;
        this.timers = timers;
        this.clock = clock;
    }

    /// True while something is being closed.
    synchronized boolean isBusy() {
        return !active.isEmpty();
    }

    /// True while this process closes the position.
    synchronized boolean isClosing(long positionId) {
        return active.containsKey(positionId);
    }

    /// Closes a position, or a part of it. A close that is under way goes on unless the new rule
    /// precedes its rule.
    ///
    /// @return true when the rule is new
    synchronized boolean begin(HeldPosition held, Exit exit) {
        Closing current = active.get(held.id());
        if (current != null && !exit.rule().precedes(current.rule())) {
            return false;
        }
        Instant now = clock.instant();
        LOG.info("{}: {} {}", held.position().instrument().symbol(), exit.rule(), exit.detail());
        positions.closing(account, held.id(), exit.rule(), exit.detail(), now);
        Closing closing = Closing.of(held, exit, now);
        active.put(held.id(), closing);
        in(closing, () -> advance(closing));
        return true;
    }

    /// Forgets closes that have not moved for longer than any answer takes, so that they are taken
    /// up again: whatever broke, nothing may rest in CLOSING unwatched.
    synchronized void forgetStuck() {
        Instant oldest = clock.instant().minus(STUCK_AFTER);
        moved.values().removeIf(at -> at.isBefore(oldest));
        active.keySet().retainAll(moved.keySet());
    }

    /// The next order, once no other of the position is at work.
    private void advance(Closing closing) {
        Optional<Order> other = atWork(closing.positionId());
        if (other.isPresent()) {
            orders.wind(other.get(), _ -> in(closing, () -> advance(closing)));
            return;
        }
        int toSell =
                find(closing).map(held -> held.position().quantity() - closing.keep()).orElse(0);
        if (toSell <= 0) {
            finish(closing);
        } else if (!calendar.isOpen(clock.instant())) {
            rest(closing);
        } else {
            step(closing, toSell);
        }
    }

    private void step(Closing closing, int toSell) {
        Optional<Quote> quote = market.quote(closing.instrument());
        switch (next(closing, quote)) {
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
        Order order = closing.order(nextAttempt(closing), quantity, limit, clock.instant());
        orders.send(order, quote, sent -> in(closing, () -> answered(closing, sent, look)));
    }

    private void answered(Closing closing, Sent sent, Duration look) {
        switch (sent) {
            case Sent.AtWork(Order order) ->
                    after(closing, look, () -> renew(closing, order, look));
            case Sent.Refused(String reason) -> retry(closing, reason);
            case Sent.Ended(Order order) -> ended(closing, order);
        }
    }

    /// The time of an order is over: it is replaced, unless it is one that rests.
    private void renew(Closing closing, Order sent, Duration look) {
        Order order = ledger.find(account, sent.id()).orElseThrow();
        boolean rests = order.state().isWorking() && rests(closing, order);
        Order current = rests ? orders.current(order) : order;
        if (!current.state().isWorking()) {
            ended(closing, current);
        } else if (rests) {
            leave(closing, sent, look);
        } else {
            advance(closing);
        }
    }

    private void leave(Closing closing, Order sent, Duration look) {
        Runnable again = () -> renew(closing, sent, look);
        atWork(closing.positionId(), sent.id())
                .ifPresentOrElse(
                        lost -> orders.wind(lost, _ -> in(closing, again)),
                        () -> after(closing, look, again));
    }

    /// A market order is left alone, and the offer of one tick while nobody bids.
    private boolean rests(Closing closing, Order order) {
        Optional<Price> limit = order.request().limit();
        return limit.isEmpty()
                || (next(closing, market.quote(closing.instrument()))
                                instanceof ClosingStep.AtLimit(Price wanted, _, boolean rests)
                        && rests
                        && wanted.equals(limit.get()));
    }

    /// An order that ended without us and unfilled will end so again: the next one waits.
    private void ended(Closing closing, Order order) {
        switch (order.state()) {
            case FILLED, LOST -> advance(closing);
            case REJECTED, CANCELED, EXPIRED ->
                    retry(closing, order.state() + " " + order.reason().orElse("by the broker"));
            case INTENT, IN_DOUBT, SUBMITTED, PARTIALLY_FILLED, PENDING_CANCEL ->
                    throw new IllegalStateException(order.id() + " has not ended");
        }
    }

    private void retry(Closing closing, String reason) {
        Duration pause = refusals.next(closing, reason, clock.instant());
        after(closing, pause, () -> advance(closing));
    }

    private void finish(Closing closing) {
        active.remove(closing.positionId());
        refusals.forget(closing.positionId());
        if (closing.rule() == ExitReason.PARTIAL && find(closing).isPresent()) {
            positions.partialTaken(account, closing.positionId(), clock.instant());
        }
    }

    /// What the session left open is judged anew in the next one.
    private void rest(Closing closing) {
        active.remove(closing.positionId());
        refusals.forget(closing.positionId());
        positions.reopened(account, closing.positionId(), "the session is over", clock.instant());
    }

    private ClosingStep next(Closing closing, Optional<Quote> quote) {
        return ladder.next(
                closing.rule().isUrgent(),
                closing.elapsed(clock.instant()),
                quote,
                market.increment(closing.instrument()));
    }

    private Optional<Order> atWork(long positionId) {
        return working(positionId).findFirst();
    }

    /// An order of the position beside the one that rests: one that was given up and appeared.
    private Optional<Order> atWork(long positionId, ClientOrderId beside) {
        return working(positionId).filter(order -> !order.id().equals(beside)).findFirst();
    }

    private Stream<Order> working(long positionId) {
        return ledger.working(account).stream()
                .filter(order ->
                        order.purpose() instanceof OrderPurpose.Exit(long id, _)
                                && id == positionId);
    }

    private Optional<HeldPosition> find(Closing closing) {
        return positions.held(account).stream()
                .filter(held -> held.id() == closing.positionId())
                .findFirst();
    }

    private int nextAttempt(Closing closing) {
        int attempt = 1;
        while (ledger.find(account, closing.id(attempt)).isPresent()) {
            attempt++;
        }
        return attempt;
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
    private synchronized void in(Closing closing, Runnable action) {
        if (!closing.equals(active.get(closing.positionId()))) {
            return;
        }
        moved.put(closing.positionId(), clock.instant());
        try (var _ = LogContext.of(account).open()) {
            action.run();
        } catch (RuntimeException failure) {
            LOG.error("the close of {} broke", closing.instrument().symbol(), failure);
            retry(closing, failure.toString());
        }
    }
}
