package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.order.SpreadRequest;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.CancelResult;
import io.opspipeline.ports.broker.DoNotExerciseResult;
import io.opspipeline.ports.broker.OrderEntry;
import io.opspipeline.ports.broker.SpreadResult;
import io.opspipeline.ports.broker.SubmitResult;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A broker whose books outlive the processes that ask it. What it does with the next order or
/// cancel can be scripted.
final class CrashBroker implements OrderEntry, BrokerBooks {

    static final Price PRICE = Price.of("1.40");

    private final Clock clock;
    private final Map<ClientOrderId, Line> book = new LinkedHashMap<>();
    private final Deque<Function<OrderRequest, SubmitResult>> submits = new ArrayDeque<>();
    private final Deque<Function<ClientOrderId, CancelResult>> cancels = new ArrayDeque<>();
    private final List<ClientOrderId> received = new ArrayList<>();
    private boolean isBuying;
    private long mostAtWork;

    CrashBroker(Clock clock) {
        this.clock = clock;
    }

    /// An order in its book.
    private record Line(OrderRequest request, BrokerOrderStatus status, int filled) {

        boolean isOpen() {
            return !status.isTerminal();
        }
    }

    /// What becomes of the next order, instead of being accepted.
    void onSubmit(Function<OrderRequest, SubmitResult> next) {
        submits.add(next);
    }

    /// What becomes of the next cancel, instead of ending the order at once.
    void onCancel(Function<ClientOrderId, CancelResult> next) {
        cancels.add(next);
    }

    /// From now on somebody buys whatever is offered.
    void buy() {
        isBuying = true;
    }

    /// The name of every order that reached the door, whatever became of it.
    List<ClientOrderId> received() {
        return List.copyOf(received);
    }

    /// How many orders worked at once, at most.
    long mostAtWork() {
        return mostAtWork;
    }

    /// How much all its orders have sold.
    int sold() {
        return book.values().stream().mapToInt(Line::filled).sum();
    }

    @Override
    public SubmitResult submit(OrderRequest order) {
        received.add(order.clientOrderId());
        if (book.containsKey(order.clientOrderId())) {
            return new SubmitResult.Duplicate();
        }
        return submits.isEmpty() ? accept(order) : submits.remove().apply(order);
    }

    SubmitResult accept(OrderRequest order) {
        book.put(order.clientOrderId(), new Line(order, BrokerOrderStatus.WORKING, 0));
        mostAtWork = Math.max(mostAtWork, book.values().stream().filter(Line::isOpen).count());
        if (isBuying) {
            fill(order.clientOrderId(), order.quantity());
        }
        return new SubmitResult.Accepted(news(order.clientOrderId(), OrderUpdate.Source.ANSWER));
    }

    @Override
    public CancelResult cancel(AccountId account, BrokerOrderId id) {
        var name = new ClientOrderId(id.value());
        return cancels.isEmpty() ? end(name) : cancels.remove().apply(name);
    }

    CancelResult end(ClientOrderId id) {
        if (!line(id).isOpen()) {
            return new CancelResult.AlreadyEnded("order is already ended");
        }
        become(id, BrokerOrderStatus.CANCELED);
        return new CancelResult.Accepted();
    }

    void become(ClientOrderId id, BrokerOrderStatus status) {
        book.computeIfPresent(id, (_, line) -> new Line(line.request(), status, line.filled()));
    }

    /// Some of an order fills, or what is left of it.
    void fill(ClientOrderId id, int most) {
        Line line = line(id);
        int filled = Math.min(line.filled() + most, line.request().quantity());
        boolean isAll = filled == line.request().quantity();
        BrokerOrderStatus rest =
                line.status() == BrokerOrderStatus.WORKING
                        ? BrokerOrderStatus.PARTIALLY_FILLED
                        : line.status();
        book.put(id, new Line(line.request(), isAll ? BrokerOrderStatus.FILLED : rest, filled));
    }

    /// What it says of an order now.
    OrderUpdate news(ClientOrderId id, OrderUpdate.Source source) {
        Line line = line(id);
        return new OrderUpdate(
                id,
                new BrokerOrderId(id.value()),
                line.status(),
                line.filled(),
                line.filled() == 0 ? Optional.empty() : Optional.of(PRICE),
                Optional.empty(),
                clock.instant(),
                source,
                Optional.empty());
    }

    @Override
    public Optional<OrderUpdate> orderByClientId(AccountId account, ClientOrderId id) {
        return book.containsKey(id)
                ? Optional.of(news(id, OrderUpdate.Source.BOOKS))
                : Optional.empty();
    }

    @Override
    public BrokerAccount account(AccountId account) {
        Money equity = Money.of("10000");
        return new BrokerAccount("PA1", "ACTIVE", false, 2, equity, equity, equity, equity);
    }

    @Override
    public SpreadResult submit(SpreadRequest spread) {
        throw new AssertionError("no spread is sent here: " + spread);
    }

    @Override
    public DoNotExerciseResult doNotExercise(AccountId account, OccSymbol contract) {
        throw new AssertionError("nothing is held to its end here: " + contract);
    }

    @Override
    public List<OrderUpdate> openOrders(AccountId account) {
        throw new UnsupportedOperationException("a close asks by client id");
    }

    @Override
    public List<OrderUpdate> openOrders(AccountId account, Instrument instrument) {
        return book.entrySet().stream()
                .filter(each -> each.getValue().isOpen())
                .filter(each -> each.getValue().request().instrument().equals(instrument))
                .map(each -> news(each.getKey(), OrderUpdate.Source.BOOKS))
                .toList();
    }

    @Override
    public List<OrderUpdate> ordersSince(AccountId account, Instant from) {
        throw new UnsupportedOperationException("a close asks by client id");
    }

    @Override
    public List<BrokerPosition> positions(AccountId account) {
        throw new UnsupportedOperationException("nothing is refused here over what is held");
    }

    private Line line(ClientOrderId id) {
        return Optional.ofNullable(book.get(id)).orElseThrow();
    }
}
