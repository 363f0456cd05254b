package io.opspipeline.tradestream;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.tradestream.rules.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the orders of one account to where the broker's books have them.
final class OrderComparison {

    private static final Logger LOG = LoggerFactory.getLogger(OrderComparison.class);

    private final AccountId account;
    private final BrokerBooks books;
    private final OrderLedger ledger;
    private final ForeignOrders foreign;
    private final Alerts alerts;
    private final Map<ClientOrderId, Told> applied = new HashMap<>();

    OrderComparison(
            AccountId account,
            BrokerBooks books,
            OrderLedger ledger,
            ForeignOrders foreign,
            Alerts alerts) {
        this.account = account;
        this.books = books;
        this.ledger = ledger;
        this.foreign = foreign;
        this.alerts = alerts;
    }

    /// Applies what the books know of every order of the day, and of older ones that still work.
    /// The ledger is asked after the books: an order that was just committed and sent is in both.
    /// One that cannot be booked is told, and keeps no other from it.
    ///
    /// @param dayStart start of the New York day, UTC
    /// @param read is given what the books say, before any of it is booked
    /// @return orders of which something could not be booked
    Set<ClientOrderId> run(Instant dayStart, Instant asOf, Consumer<List<OrderUpdate>> read) {
        if (applied.isEmpty()) {
            recall(dayStart);
        }
        List<Order> working = ledger.working(account);
        List<OrderUpdate> known =
                new ArrayList<>(books.ordersSince(account, from(working, dayStart)));
        addUnlisted(working, known);
        read.accept(List.copyOf(known));
        return known.stream()
                .filter(update -> !isApplied(update, asOf))
                .map(OrderUpdate::clientOrderId)
                .collect(Collectors.toSet());
    }

    /// An end that is in the ledger needs no second look, whoever booked it. A lost order does: it
    /// may turn up.
    private void recall(Instant from) {
        ledger.atWorkSince(account, from).stream()
                .filter(order -> !order.state().isWorking() && order.state() != OrderState.LOST)
                .forEach(order -> applied.put(order.id(), new Told(order.filledQuantity(), true)));
    }

    private static Instant from(List<Order> working, Instant dayStart) {
        return working.stream()
                .map(Order::createdAt)
                .filter(at -> at.isBefore(dayStart))
                .min(Instant::compareTo)
                .orElse(dayStart);
    }

    /// Orders that work for us but are not in the list are asked for by name.
    private void addUnlisted(List<Order> working, List<OrderUpdate> known) {
        Set<ClientOrderId> listed =
                known.stream().map(OrderUpdate::clientOrderId).collect(Collectors.toSet());
        working.stream()
                .filter(order -> order.state() != OrderState.INTENT)
                .map(Order::id)
                .filter(id -> !listed.contains(id))
                .map(id -> books.orderByClientId(account, id))
                .flatMap(Optional::stream)
                .forEach(known::add);
    }

    private boolean isApplied(OrderUpdate update, Instant asOf) {
        try {
            apply(update, asOf);
            return true;
        } catch (RuntimeException broken) {
            LOG.error("{} could not be booked", update.clientOrderId(), broken);
            tellOfUnbooked(update, broken, asOf);
            return false;
        }
    }

    private void apply(OrderUpdate update, Instant asOf) {
        Told news = Told.by(update);
        if (news.equals(applied.get(update.clientOrderId()))) {
            return;
        }
        if (ledger.apply(account, update).isEmpty()) {
            foreign.found(update, asOf);
        }
        applied.put(update.clientOrderId(), news);
    }

    /// Once for each new thing that the broker says of the order.
    private void tellOfUnbooked(OrderUpdate update, RuntimeException broken, Instant asOf) {
        alerts.raise(
                Alerts.Severity.CRITICAL,
                "not-booked %s %s %d"
                        .formatted(
                                update.clientOrderId(), update.status(), update.filledQuantity()),
                Optional.of(account),
                "%s is %s at the broker, filled %d, and that cannot be booked: %s"
                        .formatted(
                                update.clientOrderId(),
                                update.status(),
                                update.filledQuantity(),
                                broken.getMessage()),
                asOf);
    }
}
