package io.opspipeline.tradestream.rules;

import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.position.HeldPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Compares the positions of an account with the broker's, both ways (trading rules, section 9).
public final class BooksRule {

    private BooksRule() {}

    /// The differences, by symbol. A symbol with an order whose fills may not be booked yet is left
    /// for the next comparison.
    ///
    /// @param moving symbols of such orders
    public static List<Difference> compare(
            List<BrokerPosition> broker, List<HeldPosition> held, Set<String> moving) {
        Map<String, BrokerPosition> theirs = new TreeMap<>();
        broker.forEach(each -> theirs.put(each.instrument().symbol(), each));
        Map<String, HeldPosition> ours = new TreeMap<>();
        held.forEach(each -> ours.put(each.position().instrument().symbol(), each));
        List<Difference> found = new ArrayList<>();
        theirs.values().stream()
                .filter(each -> !moving.contains(each.instrument().symbol()))
                .forEach(each -> addTheirs(each, ours, found));
        ours.values().stream()
                .filter(each -> !moving.contains(each.position().instrument().symbol()))
                .filter(each -> !theirs.containsKey(each.position().instrument().symbol()))
                .forEach(each -> found.add(new Difference.DatabaseOnly(each)));
        return found;
    }

    private static void addTheirs(
            BrokerPosition broker, Map<String, HeldPosition> ours, List<Difference> found) {
        HeldPosition held = ours.get(broker.instrument().symbol());
        if (broker.quantity() < 0) {
            found.add(new Difference.SoldShort(broker));
        } else if (held == null && broker.quantity() > 0) {
            found.add(new Difference.BrokerOnly(broker));
        } else if (held != null && held.position().quantity() != broker.quantity()) {
            found.add(new Difference.OtherQuantity(broker, held));
        }
    }
}
