package io.opspipeline.dispatcher;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderUpdate;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// A broker that keeps books: it refuses a client id that it has, cancels what works, and answers
/// look-ups. What it does with the next order or cancel can be scripted.
final class ScriptedBroker implements OrderEntry, BrokerBooks {

    private final Clock clock;
    private final Instant start;
    private final Map<ClientOrderId, BrokerOrder> book = new TreeMap<>();
    private final Map<AccountId, BrokerAccount> accounts = new TreeMap<>();
    private final Deque<Function<OrderRequest, SubmitResult>> submissions = new ArrayDeque<>();
    private final Deque<Function<BrokerOrder, CancelResult>> cancels = new ArrayDeque<>();
    private final List<OrderRequest> received = new ArrayList<>();
    private final List<String> blotter = new ArrayList<>();
    private final List<ClientOrderId> lookUps = new ArrayList<>();
    private final List<Long> lookUpSeconds = new ArrayList<>();
    private boolean unreadable;
    private boolean isNextLookUpLost;

    ScriptedBroker(Clock clock) {
        this.clock = clock;
        this.start = clock.instant();
    }

    void account(AccountId id, BrokerAccount account) {
        accounts.put(id, account);
    }

    /// What becomes of the next order, instead of being accepted.
    void onSubmit(Function<OrderRequest, SubmitResult> next) {
        submissions.add(next);
    }

    /// What becomes of the next cancel, instead of ending the order at once.
    void onCancel(Function<BrokerOrder, CancelResult> next) {
        cancels.add(next);
    }

    void unreadable(boolean now) {
        unreadable = now;
    }

    /// The next look-up of an order gives no readable answer.
    void loseNextLookUp() {
        isNextLookUpLost = true;
    }

    /// Every name that was looked up.
    List<ClientOrderId> lookUps() {
        return List.copyOf(lookUps);
    }

    /// When that was, in whole seconds since the start.
    List<Long> lookUpSeconds() {
        return List.copyOf(lookUpSeconds);
    }

    /// Every request to send or cancel, with the seconds since the start and the attempt.
    List<String> blotter() {
        return List.copyOf(blotter);
    }

    /// Every order that reached the door, whatever became of it.
    List<OrderRequest> received() {
        return List.copyOf(received);
    }

    /// How many orders it has on its books.
    int orders() {
        return book.size();
    }

    /// The order whose client id ends in this attempt.
    BrokerOrder attempt(int attempt) {
        return book.values().stream()
                .filter(order -> attemptOf(order.request().clientOrderId()).equals("" + attempt))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public SubmitResult submit(OrderRequest order) {
        received.add(order);
        note(
                "%s %d at %s as %s"
                        .formatted(
                                order.side(),
                                order.quantity(),
                                order.limit().orElseThrow(),
                                attemptOf(order.clientOrderId())));
        if (book.containsKey(order.clientOrderId())) {
            return new SubmitResult.Duplicate();
        }
        return submissions.isEmpty() ? accept(order) : submissions.remove().apply(order);
    }

    SubmitResult accept(OrderRequest order) {
        var entered = new BrokerOrder(order);
        book.put(order.clientOrderId(), entered);
        return new SubmitResult.Accepted(
                entered.update(OrderUpdate.Source.ANSWER, clock.instant()));
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
    public CancelResult cancel(AccountId account, BrokerOrderId id) {
        BrokerOrder order =
                book.values().stream()
                        .filter(each -> each.id().equals(id))
                        .filter(each -> each.request().account().equals(account))
                        .findFirst()
                        .orElseThrow();
        note("cancel " + attemptOf(order.request().clientOrderId()));
        return cancels.isEmpty() ? end(order) : cancels.remove().apply(order);
    }

    CancelResult end(BrokerOrder order) {
        if (order.hasEnded()) {
            return new CancelResult.AlreadyEnded("order is already ended");
        }
        order.become(BrokerOrderStatus.CANCELED);
        return new CancelResult.Accepted();
    }

    @Override
    public BrokerAccount account(AccountId account) {
        answer();
        return Optional.ofNullable(accounts.get(account)).orElseThrow();
    }

    @Override
    public Optional<OrderUpdate> orderByClientId(AccountId account, ClientOrderId id) {
        lookUps.add(id);
        lookUpSeconds.add(Duration.between(start, clock.instant()).toSeconds());
        boolean isLost = isNextLookUpLost;
        isNextLookUpLost = false;
        answer(!isLost);
        return Optional.ofNullable(book.get(id))
                .filter(order -> order.request().account().equals(account))
                .map(order -> order.update(OrderUpdate.Source.BOOKS, clock.instant()));
    }

    @Override
    public List<OrderUpdate> openOrders(AccountId account) {
        throw new UnsupportedOperationException("the dispatcher asks by client id");
    }

    @Override
    public List<OrderUpdate> openOrders(AccountId account, Instrument instrument) {
        throw new UnsupportedOperationException("the dispatcher asks by client id");
    }

    @Override
    public List<OrderUpdate> ordersSince(AccountId account, Instant from) {
        throw new UnsupportedOperationException("the dispatcher asks by client id");
    }

    @Override
    public List<BrokerPosition> positions(AccountId account) {
        throw new UnsupportedOperationException("the dispatcher reads its own positions");
    }

    private void answer() {
        answer(true);
    }

    private void answer(boolean isReadable) {
        if (unreadable || !isReadable) {
            throw new BrokerUnavailable("scripted: no readable answer");
        }
    }

    private void note(String request) {
        Duration since = Duration.between(start, clock.instant());
        blotter.add(since.toSeconds() + " s: " + request);
    }

    private static String attemptOf(ClientOrderId id) {
        return id.value().substring(id.value().lastIndexOf(':') + 1);
    }
}
