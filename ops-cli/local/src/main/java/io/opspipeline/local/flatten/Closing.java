package io.opspipeline.local.flatten;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.probe.AlpacaProbe;
import io.opspipeline.alpaca.probe.BrokerClock;
import io.opspipeline.alpaca.probe.Probed;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.order.Side;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.broker.OrderEntry;
import io.opspipeline.ports.broker.SubmitResult;
import io.opspipeline.positionmanager.rules.ClosingStep;
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
import java.util.stream.Collectors;

/// The flattening of one account.
final class Closing {

    private static final Duration RENEWAL = Duration.ofSeconds(3);

    private final AccountId account;
    private final OrderEntry entry;
    private final BrokerBooks books;
    private final AlpacaProbe probe;
    private final Ladders ladders;
    private final Patience patience;
    private final Consumer<String> told;
    private final Instant began;
    private final SequencedSet<String> remarks = new LinkedHashSet<>();
    private final Set<ClientOrderId> cancelled = new HashSet<>();
    private final Set<ClientOrderId> resting = new HashSet<>();
    private final Map<ClientOrderId, String> sent = new TreeMap<>();
    private List<OrderUpdate> stuck = List.of();
    private int attempt;

    Closing(
            AccountId account,
            AlpacaClients broker,
            Ladders ladders,
            Patience patience,
            Consumer<String> told) {
        this.account = account;
        this.entry = broker.orderEntry();
        this.books = broker.books();
        this.probe = broker.probe();
        this.ladders = ladders;
        this.patience = patience;
        this.told = told;
        this.began = patience.now();
    }

    Flattened flattened() throws InterruptedException {
        cancelOthers();
        List<BrokerPosition> held =
                patience.read(() -> books.positions(account), patience.end(), this::remark)
                        .orElse(List.of());
        boolean open = isOpen();
        if (open) {
            sell();
        } else {
            awaitCancels();
            if (!held.isEmpty()) {
                remark("the market is closed: nothing was sold and nothing is queued");
            }
        }
        if (!stuck.isEmpty()) {
            remark(stuck.size() + " orders do not end; look at them in the dashboard");
        }
        return result(open, held);
    }

    private void remark(String line) {
        if (remarks.add(line)) {
            told.accept(account + ": " + line);
        }
    }

    private boolean isOpen() {
        return switch (probe.clock(account)) {
            case Probed.Found<BrokerClock>(BrokerClock told, _) -> told.open();
            case Probed.Refused<BrokerClock> _,
                    Probed.OneTooMany<BrokerClock> _,
                    Probed.Unanswered<BrokerClock> _ -> {
                remark("the broker's clock could not be read; our calendar decided");
                yield SessionCalendar.nyse().isOpen(patience.now());
            }
        };
    }

    /// Cancels every order but those that are meant to rest, and waits for their ends, no longer
    /// than until an offer is renewed: an offer that does not end keeps its own symbol alone from
    /// being offered, and of what others ordered the broker says whether it is in the way.
    private void cancelOthers() throws InterruptedException {
        Instant until = patience.end();
        List<OrderUpdate> open = others(until);
        Instant enough = patience.now().plus(RENEWAL);
        Set<ClientOrderId> asked = new HashSet<>();
        while (!open.isEmpty()) {
            open.stream().filter(order -> asked.add(order.clientOrderId())).forEach(this::cancel);
            patience.look();
            open = others(until);
            if (areStuck(open) || !patience.now().isBefore(enough)) {
                break;
            }
        }
        stuck = open;
    }

    private void cancel(OrderUpdate order) {
        told.accept("%s: cancel %s".formatted(account, order.clientOrderId()));
        var _ = entry.cancel(account, order.brokerOrderId());
        if (!sent.containsKey(order.clientOrderId())) {
            cancelled.add(order.clientOrderId());
        }
    }

    /// True when each did not end the last time either.
    private boolean areStuck(List<OrderUpdate> open) {
        return ids(stuck).containsAll(ids(open));
    }

    private static Set<ClientOrderId> ids(List<OrderUpdate> orders) {
        return orders.stream().map(OrderUpdate::clientOrderId).collect(Collectors.toSet());
    }

    private void awaitCancels() throws InterruptedException {
        Instant until = patience.end();
        while (!stuck.isEmpty() && patience.now().isBefore(until)) {
            cancelOthers();
        }
    }

    private List<OrderUpdate> others(Instant until) throws InterruptedException {
        Optional<List<OrderUpdate>> open =
                patience.read(() -> books.openOrders(account), until, this::remark);
        open.ifPresent(this::keepResting);
        return open.orElse(List.of()).stream()
                .filter(order -> !resting.contains(order.clientOrderId()))
                .toList();
    }

    /// Only what the books show rests: an order in doubt may never have come.
    private void keepResting(List<OrderUpdate> open) {
        resting.retainAll(ids(open));
    }

    /// Offers what is held, again and again, until nothing is held, and no order stuck, or patience
    /// ends.
    private void sell() throws InterruptedException {
        Instant started = patience.now();
        Instant until = patience.end();
        while (true) {
            Optional<List<BrokerPosition>> left =
                    patience.read(this::sellable, until, this::remark);
            boolean isSold = left.filter(List::isEmpty).isPresent();
            if (isSold && stuck.isEmpty()) {
                return;
            }
            Instant now = patience.now();
            if (left.isEmpty() || now.isAfter(until)) {
                remark("gave up after " + Duration.between(started, now).toSeconds() + " s");
                return;
            }
            if (!isSold) {
                attempt++;
                for (BrokerPosition position : left.get()) {
                    offer(position, Duration.between(started, now));
                }
                awaitFills();
            }
            cancelOthers();
        }
    }

    private List<BrokerPosition> sellable() {
        List<BrokerPosition> longs = new ArrayList<>();
        Set<String> offered = new HashSet<>();
        resting.forEach(id -> offered.add(sent.get(id)));
        ids(stuck).forEach(id -> Optional.ofNullable(sent.get(id)).ifPresent(offered::add));
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
                ClientOrderId id = id(position);
                boolean isTaken = submit(id, position, Optional.of(limit));
                if (rests && isTaken) {
                    resting.add(id);
                    remark("nobody bids for %s: an offer at %s rests".formatted(symbol, limit));
                }
            }
            case ClosingStep.AtMarket _ -> {
                var _ = submit(id(position), position, Optional.empty());
            }
            case ClosingStep.Wait(String reason, _) ->
                    remark("%s cannot be priced: %s".formatted(symbol, reason));
        }
    }

    private ClientOrderId id(BrokerPosition position) {
        return ClientOrderId.exit(
                account, position.instrument(), began, ExitReason.KILL_SWITCH, attempt);
    }

    /// Sends an order.
    ///
    /// @return true unless the broker certainly does not have it; the books tell the rest
    private boolean submit(ClientOrderId id, BrokerPosition position, Optional<Price> limit) {
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
                        id, account, position.instrument(), Side.SELL, position.quantity(), limit);
        return switch (entry.submit(order)) {
            case SubmitResult.Accepted _, SubmitResult.Duplicate _ -> true;
            case SubmitResult.InDoubt(Denial denial) -> {
                remark("%s: in doubt, %s".formatted(sent.get(id), denial.words()));
                yield true;
            }
            case SubmitResult.Refused(var reason, int status, _, String message) -> {
                remark(
                        "%s: refused, %d: %s (%s: %s)"
                                .formatted(
                                        sent.get(id), status, message, reason, reason.meaning()));
                yield false;
            }
            case SubmitResult.RateLimited(_, Instant retryAt) -> {
                remark("too many requests until " + retryAt);
                yield false;
            }
            case SubmitResult.NotSent(Denial denial, _) -> {
                remark("%s: not sent, %s".formatted(sent.get(id), denial.words()));
                yield false;
            }
        };
    }

    private void awaitFills() throws InterruptedException {
        Instant until = patience.now().plus(RENEWAL);
        do {
            patience.look();
        } while (patience.now().isBefore(until) && !isSold());
    }

    private boolean isSold() {
        try {
            return sellable().isEmpty();
        } catch (BrokerUnavailable _) {
            // Whoever needs the answer asks again, and says so.
            return false;
        }
    }

    private Flattened result(boolean open, List<BrokerPosition> held) throws InterruptedException {
        Instant until = patience.now().plus(RENEWAL);
        Optional<List<OrderUpdate>> orders =
                patience.read(() -> books.ordersSince(account, began), until, this::remark);
        Optional<Boolean> flat = patience.read(this::isFlat, until, this::remark);
        if (orders.isEmpty() || flat.isEmpty()) {
            remark(
                    "could not be confirmed: %d cancels and %d orders were sent; look at the dashboard"
                            .formatted(cancelled.size(), sent.size()));
        }
        return new Flattened(
                account.value(),
                open,
                cancelled.size(),
                held.stream().map(position -> Sales.closed(position, orders, sent)).toList(),
                List.copyOf(remarks),
                orders.isPresent() && flat.orElse(false),
                false);
    }

    private boolean isFlat() {
        return books.positions(account).isEmpty() && books.openOrders(account).isEmpty();
    }
}
