package io.opspipeline.reliability.world;

import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.venue.OrderEvent;
import io.opspipeline.exchange.venue.OrderView;
import io.opspipeline.exchange.venue.VenueEvent;
import io.opspipeline.exchange.venue.VenueListener;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the exchange sees of each entry, event by event. All orders of an entry may together buy no
/// more than the largest of them: what is filled and what may still fill are added up at every
/// event, and an entry that passes this even for a moment is doubled. It hears all accounts; any
/// thread may ask it.
public final class BrokerSight implements VenueListener {

    private final Map<String, Map<String, OrderView>> entries = new TreeMap<>();
    private final SortedSet<String> doubled = new TreeSet<>();

    @Override
    public synchronized void happened(VenueEvent event) {
        if (event instanceof OrderEvent(_, _, OrderView order, _, _) && order.side() == Side.BUY) {
            String entry = Stakes.entryOf(order.clientOrderId());
            Map<String, OrderView> orders =
                    entries.computeIfAbsent(entry, _ -> new LinkedHashMap<>());
            orders.put(order.id(), order);
            if (Stakes.isDoubled(orders.values())) {
                doubled.add(entry);
            }
        }
    }

    /// Entries that could have bought more than was wanted.
    public synchronized SortedSet<String> doubled() {
        return new TreeSet<>(doubled);
    }

    /// How many orders of an entry the exchange has.
    public synchronized int ordersOf(String entry) {
        return entries.getOrDefault(entry, Map.of()).size();
    }
}
