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
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.order.SpreadRequest;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.broker.CancelResult;
import io.opspipeline.ports.broker.DoNotExerciseResult;
import io.opspipeline.ports.broker.OrderEntry;
import io.opspipeline.ports.broker.SpreadResult;
import io.opspipeline.ports.broker.SubmitResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// A broker that fills what its test lets it, and misbehaves as told. What it is asked to do is
/// written down with the second it happened in.
final class FakeBroker implements OrderEntry, BrokerBooks {

    final List<String> journal = new ArrayList<>();
    final Map<ClientOrderId, OrderUpdate> book = new LinkedHashMap<>();
    final Deque<SubmitResult> answers = new ArrayDeque<>();
    Predicate<OrderRequest> fills = _ -> false;
    Money equity = Money.of("10000");

    /// The order reaches the book although its answer is one of `answers`.
    boolean acceptsAnyway;

    /// What a cancelled order had filled when the cancel arrived.
    int filledAtCancel;

    /// What happens while the next order is on its way.
    Runnable meanwhile = () -> {};

    /// The next order breaks before it is sent.
    boolean breaks;

    /// What the books hold.
    List<BrokerPosition> positions = List.of();

    /// What the books hold cannot be read.
    boolean areBooksDown;

    /// The books do not show what they have.
    boolean hides;

    /// The books give no answer.
    boolean isAway;

    /// Cancels are taken, and nothing comes of them.
    boolean cancelsStick;

    /// How often the books were asked for an order by its name.
    int looks;

    private Clock clock;
    private final Instant start;
    private final Map<ClientOrderId, OrderRequest> requests = new LinkedHashMap<>();

    FakeBroker(Clock clock) {
        this.clock = clock;
        start = clock.instant();
    }

    /// The clock of the process that asks.
    void runOn(Clock newClock) {
        clock = newClock;
    }

    @Override
    public synchronized SubmitResult submit(OrderRequest order) {
        String side = order.side() == Side.BUY ? "buy" : "sell";
        write("%s %d %s".formatted(side, order.quantity(), words(order)));
        Runnable event = meanwhile;
        meanwhile = () -> {};
        event.run();
        if (breaks) {
            breaks = false;
            throw new IllegalStateException("broke");
        }
        SubmitResult answer = answers.poll();
        if (answer != null && !acceptsAnyway) {
            return answer;
        }
        if (book.containsKey(order.clientOrderId())) {
            return new SubmitResult.Duplicate();
        }
        requests.put(order.clientOrderId(), order);
        int filled = fills.test(order) ? order.quantity() : 0;
        OrderUpdate update = put(order, filled, filled > 0);
        return answer == null ? new SubmitResult.Accepted(update) : answer;
    }

    @Override
    public SpreadResult submit(SpreadRequest spread) {
        throw new AssertionError("no spread is sent here: " + spread);
    }

    @Override
    public synchronized DoNotExerciseResult doNotExercise(AccountId account, OccSymbol contract) {
        write("do not exercise " + contract);
        return new DoNotExerciseResult.Accepted();
    }

    @Override
    public synchronized CancelResult cancel(AccountId account, BrokerOrderId id) {
        write("cancel");
        OrderRequest order = requests.get(new ClientOrderId(id.value()));
        OrderUpdate now = book.get(order.clientOrderId());
        if (now.status().isTerminal()) {
            return new CancelResult.AlreadyEnded(now.status().name());
        }
        if (cancelsStick) {
            return new CancelResult.Accepted();
        }
        boolean isFilled = filledAtCancel >= order.quantity();
        put(order, filledAtCancel, isFilled);
        if (!isFilled) {
            book.put(
                    order.clientOrderId(),
                    update(order, BrokerOrderStatus.CANCELED, filledAtCancel));
        }
        filledAtCancel = 0;
        return new CancelResult.Accepted();
    }

    /// The broker fills an order on its own.
    OrderUpdate fill(ClientOrderId id, int quantity) {
        OrderRequest order = requests.get(id);
        return put(order, quantity, quantity == order.quantity());
    }

    ClientOrderId lastId() {
        return new ArrayList<>(requests.keySet()).getLast();
    }

    /// The broker ends an order on its own.
    OrderUpdate end(ClientOrderId id, BrokerOrderStatus status) {
        OrderUpdate update = update(requests.get(id), status, 0);
        book.put(id, update);
        return update;
    }

    @Override
    public synchronized Optional<OrderUpdate> orderByClientId(AccountId account, ClientOrderId id) {
        looks++;
        if (isAway) {
            throw new BrokerUnavailable("away");
        }
        return hides ? Optional.empty() : Optional.ofNullable(book.get(id));
    }

    @Override
    public synchronized BrokerAccount account(AccountId account) {
        return new BrokerAccount("PA1", "ACTIVE", false, 2, equity, equity, Money.ZERO, Money.ZERO);
    }

    @Override
    public synchronized List<OrderUpdate> openOrders(AccountId account) {
        return book.values().stream().filter(update -> !update.status().isTerminal()).toList();
    }

    @Override
    public synchronized List<OrderUpdate> openOrders(AccountId account, Instrument instrument) {
        return openOrders(account).stream()
                .filter(update ->
                        requests.get(update.clientOrderId()).instrument().equals(instrument))
                .toList();
    }

    @Override
    public synchronized List<OrderUpdate> ordersSince(AccountId account, Instant from) {
        return List.copyOf(book.values());
    }

    @Override
    public synchronized List<BrokerPosition> positions(AccountId account) {
        write("positions");
        if (areBooksDown) {
            throw new BrokerUnavailable("positions could not be read");
        }
        return positions;
    }

    private OrderUpdate put(OrderRequest order, int filled, boolean isFilled) {
        BrokerOrderStatus status = isFilled ? BrokerOrderStatus.FILLED : BrokerOrderStatus.WORKING;
        OrderUpdate update = update(order, status, filled);
        book.put(order.clientOrderId(), update);
        return update;
    }

    private OrderUpdate update(OrderRequest order, BrokerOrderStatus status, int filled) {
        return new OrderUpdate(
                order.clientOrderId(),
                new BrokerOrderId(order.clientOrderId().value()),
                status,
                filled,
                filled == 0
                        ? Optional.empty()
                        : Optional.of(order.limit().orElse(Price.of("1.00"))),
                Optional.empty(),
                clock.instant(),
                OrderUpdate.Source.ANSWER,
                Optional.empty());
    }

    private static String words(OrderRequest order) {
        return order.limit().map(limit -> "at " + limit).orElse("at the market");
    }

    private void write(String what) {
        journal.add(Duration.between(start, clock.instant()).toSeconds() + " " + what);
    }
}
