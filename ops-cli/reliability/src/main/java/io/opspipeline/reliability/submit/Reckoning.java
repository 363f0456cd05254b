package io.opspipeline.reliability.submit;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.Position;
import io.opspipeline.exchange.venue.OrderView;
import io.opspipeline.exchange.venue.PositionView;
import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.local.day.LocalAccount;
import io.opspipeline.reliability.world.BrokerSight;
import io.opspipeline.reliability.world.Stakes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares, when all is quiet, what the stores say with what the exchange has.
final class Reckoning {

    private final EntryStores stores;
    private final Venue venue;
    private final BrokerSight sight;
    private final Instant start;
    private final List<String> findings = new ArrayList<>();

    /// @param start the first instant of the run, UTC
    Reckoning(EntryStores stores, Venue venue, BrokerSight sight, Instant start) {
        this.stores = stores;
        this.venue = venue;
        this.sight = sight;
        this.start = start;
    }

    SubmitTally tally(Map<Ambiguity, Integer> met, List<Throwable> failures) {
        SortedMap<String, Long> kinds = new TreeMap<>();
        met.forEach((kind, times) -> kinds.put(kind.words(), (long) times));
        SortedSet<String> entries = entries();
        SortedMap<Integer, Long> orders = new TreeMap<>();
        entries.forEach(entry -> orders.merge(sight.ordersOf(entry), 1L, Long::sum));
        sight.doubled().forEach(entry -> findings.add("duplicate: " + entry));
        failures.forEach(failure -> findings.add("failed: " + failure));
        return new SubmitTally(
                kinds.values().stream().mapToLong(Long::longValue).sum(),
                kinds,
                entries.size(),
                orders,
                sight.doubled().size() + executedTwice(),
                orphans(),
                undecided(),
                wrongPositions(),
                failures.size(),
                List.copyOf(findings));
    }

    private SortedSet<String> entries() {
        return accounts()
                .flatMap(account -> stores.ledger().atWorkSince(account, start).stream())
                .map(order -> Stakes.entryOf(order.id().value()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private long executedTwice() {
        return accounts()
                .mapToLong(account -> stores.dispatches().duplicates(account, start))
                .sum();
    }

    private long orphans() {
        List<OrderView> unknown =
                accounts()
                        .flatMap(account -> venue.orders(account).stream())
                        .filter(order -> !isKnown(order))
                        .toList();
        unknown.forEach(order -> findings.add("orphan: " + order));
        return unknown.size();
    }

    /// Both agree whether it has ended, and on what was filled.
    private boolean isKnown(OrderView order) {
        Optional<Order> ours =
                stores.ledger().find(order.account(), new ClientOrderId(order.clientOrderId()));
        return ours.filter(known -> known.brokerOrderId().isPresent())
                .filter(known -> known.state().isWorking() != order.status().isTerminal())
                .filter(known -> known.filledQuantity() == order.filledQuantity())
                .isPresent();
    }

    private long undecided() {
        long count = 0;
        for (AccountId account : accounts().toList()) {
            SortedSet<Long> open = new TreeSet<>(stores.dispatches().withoutWorkingOrder(account));
            for (Order order : stores.ledger().working(account)) {
                if (order.purpose() instanceof OrderPurpose.Entry(long dispatchId)) {
                    open.add(dispatchId);
                }
            }
            open.forEach(dispatch -> findings.add("undecided: %s %d".formatted(account, dispatch)));
            count += open.size();
        }
        return count;
    }

    private long wrongPositions() {
        long count = 0;
        for (AccountId account : accounts().toList()) {
            Map<String, Integer> differences = new HashMap<>();
            for (PositionView held : venue.positions(account)) {
                differences.merge(held.instrument().symbol(), held.quantity(), Integer::sum);
            }
            for (HeldPosition held : stores.positions().held(account)) {
                Position ours = held.position();
                differences.merge(ours.instrument().symbol(), -ours.quantity(), Integer::sum);
            }
            for (var difference : differences.entrySet()) {
                if (difference.getValue() != 0) {
                    findings.add("position: %s %s".formatted(account, difference));
                    count++;
                }
            }
        }
        return count;
    }

    private static Stream<AccountId> accounts() {
        return SubmitAccounts.ALL.stream().map(LocalAccount::id);
    }
}
