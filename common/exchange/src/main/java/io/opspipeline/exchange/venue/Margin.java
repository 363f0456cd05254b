package io.opspipeline.exchange.venue;

import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/// What short contracts need (the broker's universal spread rule): the maximum theoretical loss of
/// all contracts that expire together, whichever of the open orders fill. A short is covered by a
/// long of the same right and expiry only, so that a series pays for itself on its last day.
///
/// @param held what the account has
/// @param orders what may still happen to it
record Margin(Payoff held, List<Resting> orders) {

    /// Keeps its own copy.
    Margin {
        orders = List.copyOf(orders);
    }

    /// False when a short could be left without cover.
    boolean isCovered() {
        return isCertain()
                || series().stream()
                        .allMatch(series ->
                                worstNet(series, Right.CALL) >= 0
                                        && worstNet(series, Right.PUT) >= 0);
    }

    /// What must stay in the account. Meaningful when covered.
    Money collateral() {
        return isCertain()
                ? Money.ZERO
                : series().stream().map(this::loss).reduce(Money.ZERO, Money::plus);
    }

    // Longs alone can lose nothing but what was paid for them.
    private boolean isCertain() {
        return !held.hasShort() && orders.stream().allMatch(this::onlySellsWhatIsHeld);
    }

    private boolean onlySellsWhatIsHeld(Resting order) {
        return order.change().contracts().entrySet().stream()
                .allMatch(change ->
                        change.getValue() >= 0 || held.contracts().containsKey(change.getKey()));
    }

    private Set<Payoff.Series> series() {
        Set<Payoff.Series> all = new HashSet<>();
        held.contracts().keySet().forEach(contract -> all.add(Payoff.Series.of(contract)));
        orders.forEach(order -> all.addAll(seriesOf(order)));
        return all;
    }

    private int worstNet(Payoff.Series series, Right right) {
        return held.of(series).net(right)
                + orders.stream()
                        .mapToInt(order -> Math.min(0, order.change().of(series).net(right)))
                        .sum();
    }

    // The worth is a chain of straight lines that only bends upwards at a strike, so the least of
    // it is at a strike or at zero.
    private Money loss(Payoff.Series series) {
        Payoff part = held.of(series);
        SortedSet<Price> bends = part.bends();
        orders.forEach(order -> bends.addAll(order.change().of(series).bends()));
        return bends.stream()
                .map(stock -> worst(series, part, stock))
                .reduce(Money.ZERO, Money::min)
                .negated();
    }

    private Money worst(Payoff.Series series, Payoff part, Price stock) {
        Money worth = part.at(stock);
        for (Resting order : orders) {
            Money change = order.change().of(series).at(stock).plus(credit(order));
            worth = worth.plus(change.min(Money.ZERO));
        }
        return worth;
    }

    // A credit is counted once: over several series it would be counted for each.
    private static Money credit(Resting order) {
        return seriesOf(order).size() == 1 ? order.credit() : Money.ZERO;
    }

    private static Collection<Payoff.Series> seriesOf(Resting order) {
        Set<Payoff.Series> all = new HashSet<>();
        order.change()
                .contracts()
                .keySet()
                .forEach(contract -> all.add(Payoff.Series.of(contract)));
        return all;
    }
}
