package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.activity.BrokerActivity;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.order.Fill;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderChange;
import io.opspipeline.domain.order.OrderMachine;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.position.AdoptedPosition;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.Position;
import io.opspipeline.domain.position.PositionMachine;
import io.opspipeline.domain.position.PositionMarks;
import io.opspipeline.domain.position.PositionState;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.position.Positions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Orders and positions in memory: fills of closing orders reduce positions as in the database.
final class MemoryBook implements OrderLedger, Positions {

    final Map<ClientOrderId, Order> orders = new LinkedHashMap<>();
    final Map<Long, HeldPosition> held = new TreeMap<>();
    final List<String> events = new ArrayList<>();
    private final Map<Long, Instant> began = new TreeMap<>();
    final List<String> reopened = new ArrayList<>();
    final List<Optional<Boolean>> results = new ArrayList<>();
    Money realised = Money.ZERO;

    /// What happens before it is told what is held.
    Runnable beforeHeld = () -> {};

    /// What happens before a position is written down as closing.
    LongConsumer beforeClosing = _ -> {};

    void hold(HeldPosition position) {
        held.put(position.id(), position);
    }

    @Override
    public synchronized void commitIntent(Order order, Optional<Quote> quote) {
        if (orders.putIfAbsent(order.id(), order) != null) {
            throw new IllegalStateException(order.id() + " is taken");
        }
    }

    @Override
    public synchronized Optional<OrderChange> apply(AccountId account, OrderUpdate update) {
        return find(account, update.clientOrderId())
                .map(order -> keep(OrderMachine.apply(order, update)));
    }

    @Override
    public synchronized OrderChange refused(ClientOrderId id, Denial reason, Instant at) {
        return keep(OrderMachine.refused(orders.get(id), reason, at));
    }

    @Override
    public synchronized OrderChange doubted(ClientOrderId id, Denial reason, Instant at) {
        return keep(OrderMachine.doubted(orders.get(id), reason, at));
    }

    @Override
    public synchronized OrderChange lost(ClientOrderId id, Instant at) {
        return keep(OrderMachine.lost(orders.get(id), at));
    }

    @Override
    public synchronized OrderChange aborted(ClientOrderId id, Denial reason, Instant at) {
        return keep(OrderMachine.aborted(orders.get(id), reason, at));
    }

    @Override
    public synchronized void entryEnded(long dispatchId, Denial reason, Instant at) {
        throw new UnsupportedOperationException("the dispatcher's");
    }

    @Override
    public synchronized Optional<Order> find(AccountId account, ClientOrderId id) {
        return Optional.ofNullable(orders.get(id))
                .filter(order -> order.request().account().equals(account));
    }

    @Override
    public synchronized List<Order> working(AccountId account) {
        return orders.values().stream()
                .filter(order -> order.request().account().equals(account))
                .filter(order -> order.state().isWorking())
                .toList();
    }

    @Override
    public synchronized List<Order> atWorkSince(AccountId account, Instant from) {
        throw new UnsupportedOperationException("trade-stream's");
    }

    @Override
    public synchronized List<Order> lostSince(AccountId account, Instant from) {
        return orders.values().stream().filter(order -> order.state() == OrderState.LOST).toList();
    }

    @Override
    public synchronized List<HeldPosition> held(AccountId account) {
        beforeHeld.run();
        return held.values().stream()
                .filter(each -> each.position().account().equals(account))
                .toList();
    }

    @Override
    public synchronized void closing(
            AccountId account, long positionId, ExitReason rule, String detail, Instant at) {
        beforeClosing.accept(positionId);
        HeldPosition before = held.get(positionId);
        if (before.closingRule().map(rule::precedes).orElse(true)) {
            held.put(positionId, copy(before, before.position(), Optional.of(rule)));
            began.put(positionId, at);
            events.add("closing " + rule);
        }
    }

    @Override
    public synchronized Optional<Instant> closingSince(AccountId account, long positionId) {
        return Optional.ofNullable(began.get(positionId));
    }

    @Override
    public synchronized void reopened(
            AccountId account, long positionId, String detail, Instant at) {
        HeldPosition before = held.get(positionId);
        held.put(positionId, copy(before, before.position(), Optional.empty()));
        events.add("reopened");
        reopened.add(detail);
    }

    @Override
    public synchronized void partialTaken(AccountId account, long positionId, Instant at) {
        HeldPosition before = held.get(positionId);
        held.put(positionId, copy(before, before.position(), Optional.empty()));
        events.add("partial taken");
    }

    @Override
    public synchronized void saveMarks(AccountId account, List<PositionMarks> marks) {
        for (PositionMarks mark : marks) {
            held.computeIfPresent(
                    mark.positionId(),
                    (_, before) ->
                            before.marked(Optional.of(mark.peak()), Optional.of(mark.trough())));
        }
    }

    @Override
    public synchronized void saveDayBasis(
            AccountId account, LocalDate session, List<PositionMarks> marks) {
        marks.forEach(mark -> events.add("basis " + session + " " + mark.mid()));
    }

    @Override
    public synchronized Money realisedSince(AccountId account, Instant from) {
        return realised;
    }

    @Override
    public synchronized List<Optional<Boolean>> latestResults(AccountId account, int count) {
        return results.reversed().stream().limit(count).toList();
    }

    @Override
    public synchronized Set<OccSymbol> contractsInUse(AccountId account) {
        return Stream.concat(
                        held(account).stream().map(each -> each.position().instrument()),
                        working(account).stream().map(order -> order.request().instrument()))
                .flatMap(instrument -> OccSymbol.tryParse(instrument.symbol()).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized void end(
            AccountId account, long positionId, PositionState end, String reason, Instant at) {
        throw new UnsupportedOperationException("trade-stream's");
    }

    @Override
    public void settled(
            AccountId account,
            long positionId,
            PositionState end,
            Price worth,
            String reason,
            Instant at) {
        throw new UnsupportedOperationException("trade-stream's");
    }

    @Override
    public List<BrokerActivity.Filled> unbooked(
            AccountId account, List<BrokerActivity.Filled> trades) {
        throw new UnsupportedOperationException("trade-stream's");
    }

    @Override
    public void tradedOutside(
            AccountId account,
            long positionId,
            List<BrokerActivity.Filled> trades,
            Instant seenAt) {
        throw new UnsupportedOperationException("trade-stream's");
    }

    @Override
    public synchronized long adopt(AccountId account, AdoptedPosition position, Instant at) {
        throw new UnsupportedOperationException("trade-stream's");
    }

    private OrderChange keep(OrderChange change) {
        orders.put(change.after().id(), change.after());
        change.fill().ifPresent(fill -> book(change.after(), fill));
        return change;
    }

    private void book(Order order, Fill fill) {
        OrderPurpose.Exit purpose = (OrderPurpose.Exit) order.purpose();
        HeldPosition before = held.get(purpose.positionId());
        Position after = PositionMachine.reduced(before.position(), fill);
        if (after.state().isEnded()) {
            held.remove(before.id());
            results.add(Optional.of(after.realised().isPositive()));
            events.add(
                    "closed %s at %s".formatted(purpose.rule(), after.exitPrice().orElseThrow()));
            return;
        }
        boolean isPartial = purpose.rule() == ExitReason.PARTIAL;
        HeldPosition reduced = copy(before, after, before.closingRule());
        held.put(before.id(), isPartial ? partial(reduced) : reduced);
    }

    private static HeldPosition partial(HeldPosition held) {
        return new HeldPosition(
                held.id(),
                held.position(),
                held.stop(),
                held.target(),
                held.entrySpread(),
                held.underlyingAtEntry(),
                held.peak(),
                held.trough(),
                held.mids(),
                true,
                held.closingRule());
    }

    private static HeldPosition copy(
            HeldPosition held, Position position, Optional<ExitReason> closingRule) {
        return new HeldPosition(
                held.id(),
                position,
                held.stop(),
                held.target(),
                held.entrySpread(),
                held.underlyingAtEntry(),
                held.peak(),
                held.trough(),
                held.mids(),
                held.partialTaken(),
                closingRule);
    }
}
