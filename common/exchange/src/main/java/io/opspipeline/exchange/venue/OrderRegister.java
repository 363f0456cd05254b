package io.opspipeline.exchange.venue;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.order.Side;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Every order of one account, in the order they were taken. Guarded by the venue's lock.
final class OrderRegister {

    private final Map<String, WorkingOrder> byId = new LinkedHashMap<>();
    private final Map<String, WorkingOrder> byClientId = new HashMap<>();
    private final Map<String, WorkingOrder> open = new LinkedHashMap<>();

    void add(WorkingOrder order) {
        byId.put(order.terms().id(), order);
        byClientId.put(order.terms().clientOrderId(), order);
        open.put(order.terms().id(), order);
    }

    /// Forgets that ended orders were open, so that a step looks at working orders only.
    void sweep() {
        open.values().removeIf(order -> !order.isOpen());
    }

    int count() {
        return byId.size();
    }

    Optional<WorkingOrder> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<WorkingOrder> findByClientId(String id) {
        return Optional.ofNullable(byClientId.get(id));
    }

    /// Open orders, oldest first; a copy, so that they can end meanwhile.
    List<WorkingOrder> open() {
        return open.values().stream().filter(WorkingOrder::isOpen).toList();
    }

    /// Open orders of one side, oldest first.
    Stream<WorkingOrder> open(Side side) {
        return open.values().stream()
                .filter(WorkingOrder::isOpen)
                .filter(order -> order.terms().side() == side);
    }

    /// Open orders of one side in one instrument, oldest first.
    Stream<WorkingOrder> open(Side side, Instrument instrument) {
        return open(side).filter(order -> order.terms().instrument().equals(instrument));
    }

    List<OrderView> views() {
        return byId.values().stream().map(WorkingOrder::view).toList();
    }
}
