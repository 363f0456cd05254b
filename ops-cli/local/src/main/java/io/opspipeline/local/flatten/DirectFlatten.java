package io.opspipeline.local.flatten;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.probe.BrokerClock;
import io.opspipeline.alpaca.probe.Probed;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.order.Side;
import io.opspipeline.local.flatten.Flattened.Closed;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.broker.OrderEntry;
import io.opspipeline.ports.broker.SubmitResult;
import io.opspipeline.ports.time.Pause;
import io.opspipeline.positionmanager.rules.ClosingStep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Cancels every order of an account and sells everything it holds, as urgently as the trading
/// rules allow (section 9, closing orders).
public final class DirectFlatten {

    private static final Duration RENEWAL = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final AlpacaClients broker;
    private final OrderEntry entry;
    private final BrokerBooks books;
    private final Ladders ladders;
    private final Clock clock;
    private final Pause pause;
    private final Duration patience;
    private final Consumer<String> told;

    /// @param clock the time that the broker's market runs on
    /// @param pause waits on that time
    /// @param patience when what is still held is given up
    /// @param told hears each step, one line
    public DirectFlatten(
            AlpacaClients broker,
            Clock clock,
            Pause pause,
            Duration patience,
            Consumer<String> told) {
        this.broker = broker;
        this.entry = broker.orderEntry();
        this.books = broker.books();
        this.ladders = new Ladders(broker);
        this.clock = clock;
        this.pause = pause;
        this.patience = patience;
        this.told = told;
    }

    /// Flattens an account.
    ///
    /// @throws BrokerUnavailable when its books cannot be read at all
    /// @throws InterruptedException when the thread is told to stop; what was sent stays sent
    public Flattened flatten(AccountId account) throws InterruptedException {
        Work work = new Work(account, clock.instant());
        int cancelled = books.openOrders(account).size();
        work.cancelOthers();
        List<BrokerPosition> held = books.positions(account);
        boolean open = isOpen(account, work);
        if (open) {
            work.sell();
        } else if (!held.isEmpty()) {
            work.remark("the market is closed: nothing was sold and nothing is queued");
        }
        return work.result(open, cancelled, held);
    }

    private boolean isOpen(AccountId account, Work work) {
        return switch (broker.probe().clock(account)) {
            case Probed.Found<BrokerClock>(BrokerClock told, _) -> told.open();
            case Probed.Refused<BrokerClock> _,
                    Probed.OneTooMany<BrokerClock> _,
                    Probed.Unanswered<BrokerClock> _ -> {
                work.remark("the broker's clock could not be read; our calendar decided");
                yield SessionCalendar.nyse().isOpen(clock.instant());
            }
        };
    }

    /// The flattening of one account.
    private final class Work {

        private final AccountId account;
        private final Instant began;
        private final SequencedSet<String> remarks = new LinkedHashSet<>();
        private final Set<ClientOrderId> resting = new HashSet<>();
        private final Map<ClientOrderId, String> sent = new TreeMap<>();
        private int attempt;

        Work(AccountId account, Instant began) {
            this.account = account;
            this.began = began;
        }

        void remark(String line) {
            if (remarks.add(line)) {
                told.accept(account + ": " + line);
            }
        }

        /// Cancels every order but those that are meant to rest, and waits until they have ended.
        void cancelOthers() throws InterruptedException {
            Instant until = clock.instant().plus(patience);
            for (List<OrderUpdate> open = others(); !open.isEmpty(); open = others()) {
                if (clock.instant().isAfter(until)) {
                    remark(open.size() + " orders do not end; look at them in the dashboard");
                    return;
                }
                for (OrderUpdate order : open) {
                    told.accept("%s: cancel %s".formatted(account, order.clientOrderId()));
                    var _ = entry.cancel(account, order.brokerOrderId());
                }
                pause.of(LOOK);
            }
        }

        private List<OrderUpdate> others() {
            return books.openOrders(account).stream()
                    .filter(order -> !resting.contains(order.clientOrderId()))
                    .toList();
        }

        /// Offers what is held, again and again, until nothing is or patience ends.
        void sell() throws InterruptedException {
            Instant started = clock.instant();
            List<BrokerPosition> left = sellable();
            while (!left.isEmpty()) {
                Duration elapsed = Duration.between(started, clock.instant());
                if (elapsed.compareTo(patience) > 0) {
                    remark("gave up after " + patience.toSeconds() + " s");
                    return;
                }
                attempt++;
                for (BrokerPosition position : left) {
                    offer(position, elapsed);
                }
                awaitFills();
                cancelOthers();
                left = sellable();
            }
        }

        private List<BrokerPosition> sellable() {
            List<BrokerPosition> longs = new ArrayList<>();
            Set<String> offered = new HashSet<>();
            resting.forEach(id -> offered.add(sent.get(id)));
            for (BrokerPosition position : books.positions(account)) {
                String symbol = position.instrument().symbol();
                if (position.quantity() < 0) {
                    remark("%s is short: close it in the dashboard".formatted(symbol));
                } else if (!offered.contains(symbol)) {
                    longs.add(position);
                }
            }
            return longs;
        }

        private void offer(BrokerPosition position, Duration elapsed) {
            String symbol = position.instrument().symbol();
            switch (ladders.next(position.instrument(), elapsed)) {
                case ClosingStep.AtLimit(Price limit, _, boolean rests) -> {
                    ClientOrderId id = submit(position, Optional.of(limit));
                    if (rests) {
                        resting.add(id);
                        remark("nobody bids for %s: an offer at %s rests".formatted(symbol, limit));
                    }
                }
                case ClosingStep.AtMarket _ -> submit(position, Optional.empty());
                case ClosingStep.Wait(String reason, _) ->
                        remark("%s cannot be priced: %s".formatted(symbol, reason));
            }
        }

        private ClientOrderId submit(BrokerPosition position, Optional<Price> limit) {
            ClientOrderId id =
                    ClientOrderId.exit(
                            account, position.instrument(), began, ExitReason.KILL_SWITCH, attempt);
            sent.put(id, position.instrument().symbol());
            told.accept(
                    "%s: sell %d %s %s"
                            .formatted(
                                    account,
                                    position.quantity(),
                                    position.instrument().symbol(),
                                    limit.map(price -> "at " + price).orElse("at the market")));
            var order =
                    new OrderRequest(
                            id,
                            account,
                            position.instrument(),
                            Side.SELL,
                            position.quantity(),
                            limit);
            switch (entry.submit(order)) {
                case SubmitResult.Accepted _, SubmitResult.Duplicate _ -> {}
                case SubmitResult.Refused(int status, _, String message) ->
                        remark("%s: refused, %d: %s".formatted(sent.get(id), status, message));
                case SubmitResult.RateLimited(Instant retryAt) ->
                        remark("too many requests until " + retryAt);
                // The books tell before the next order goes out.
                case SubmitResult.InDoubt(String reason) ->
                        remark("%s: in doubt, %s".formatted(sent.get(id), reason));
            }
            return id;
        }

        private void awaitFills() throws InterruptedException {
            Instant until = clock.instant().plus(RENEWAL);
            while (clock.instant().isBefore(until) && !sellable().isEmpty()) {
                pause.of(LOOK);
            }
        }

        Flattened result(boolean open, int cancelled, List<BrokerPosition> held) {
            Map<String, List<OrderUpdate>> sold = new TreeMap<>();
            for (OrderUpdate order : books.ordersSince(account, began)) {
                String symbol = sent.get(order.clientOrderId());
                if (symbol != null) {
                    sold.computeIfAbsent(symbol, _ -> new ArrayList<>()).add(order);
                }
            }
            List<Closed> positions =
                    held.stream()
                            .map(position ->
                                    Sales.closed(
                                            position,
                                            sold.getOrDefault(
                                                    position.instrument().symbol(), List.of())))
                            .toList();
            boolean flat =
                    books.positions(account).isEmpty() && books.openOrders(account).isEmpty();
            return new Flattened(
                    account.value(), open, cancelled, positions, List.copyOf(remarks), flat);
        }
    }
}
