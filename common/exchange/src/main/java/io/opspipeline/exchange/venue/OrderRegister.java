package io.opspipeline.exchange.venue;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.order.Side;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Every order and spread of one account, in the order they were taken. Guarded by the venue's
/// lock.
final class OrderRegister {

    private final Map<String, Working> byId = new LinkedHashMap<>();
    private final Map<String, Working> byClientId = new HashMap<>();
    private final Map<String, Working> open = new LinkedHashMap<>();
    private final Map<String, WorkingSpread> byLegId = new HashMap<>();
    private final Set<String> legNames = new HashSet<>();

    void add(Working order) {
        byId.put(order.id(), order);
        byClientId.put(order.clientOrderId(), order);
        open.put(order.id(), order);
        if (order instanceof WorkingSpread spread) {
            spread.terms().legs().forEach(leg -> byLegId.put(leg.id(), spread));
            spread.terms().legs().forEach(leg -> legNames.add(leg.clientOrderId()));
        }
    }

    /// Forgets that ended orders were open, so that a step looks at working orders only.
    void sweep() {
        open.values().removeIf(order -> !order.progress().isOpen());
    }

    int count() {
        return byId.size();
    }

    Optional<Working> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Working> findByClientId(String id) {
        return Optional.ofNullable(byClientId.get(id));
    }

    /// The spread that a leg of this id belongs to.
    Optional<WorkingSpread> findByLegId(String id) {
        return Optional.ofNullable(byLegId.get(id));
    }

    /// True when an order, a spread or a leg has this name.
    boolean isTaken(String clientOrderId) {
        return byClientId.containsKey(clientOrderId) || legNames.contains(clientOrderId);
    }

    /// Open orders and spreads, oldest first; a copy, so that they can end meanwhile.
    List<Working> open() {
        return open.values().stream().filter(order -> order.progress().isOpen()).toList();
    }

    /// Open orders of one side, oldest first.
    Stream<WorkingOrder> open(Side side) {
        return open(WorkingOrder.class).filter(order -> order.terms().side() == side);
    }

    /// Open orders of one side in one instrument, oldest first.
    Stream<WorkingOrder> open(Side side, Instrument instrument) {
        return open(side).filter(order -> order.terms().instrument().equals(instrument));
    }

    /// Open spreads, oldest first.
    Stream<WorkingSpread> spreads() {
        return open(WorkingSpread.class);
    }

    /// What open orders and spreads may still trade of an instrument on one side.
    int remaining(Side side, Instrument instrument) {
        return open(side, instrument).mapToInt(WorkingOrder::remaining).sum()
                + spreads().mapToInt(spread -> spread.remaining(side, instrument)).sum();
    }

    /// Everything, oldest first.
    List<PlacedOrder> views() {
        return byId.values().stream().<PlacedOrder>map(Working::view).toList();
    }

    private <T extends Working> Stream<T> open(Class<T> kind) {
        return open.values().stream()
                .filter(order -> order.progress().isOpen())
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
