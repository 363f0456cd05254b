package io.opspipeline.exchange.venue;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.ContractMultiplier;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What contracts are worth when they expire.
///
/// @param contracts number of each, negative when short
record Payoff(SortedMap<OccSymbol, Integer> contracts) {

    static final Payoff NONE = new Payoff(new TreeMap<>());

    /// Keeps its own copy.
    Payoff {
        contracts = Collections.unmodifiableSortedMap(new TreeMap<>(contracts));
    }

    /// Contracts that expire together on one stock.
    ///
    /// @param underlying the stock
    /// @param expiry the last day
    record Series(Ticker underlying, LocalDate expiry) {
        static Series of(OccSymbol contract) {
            return new Series(contract.underlying(), contract.expiry());
        }
    }

    Payoff plus(OccSymbol contract, int number) {
        SortedMap<OccSymbol, Integer> more = new TreeMap<>(contracts);
        more.merge(contract, number, Integer::sum);
        return new Payoff(more);
    }

    /// The others.
    Payoff without(Set<OccSymbol> some) {
        SortedMap<OccSymbol, Integer> others = new TreeMap<>(contracts);
        others.keySet().removeAll(some);
        return new Payoff(others);
    }

    /// True when any contract is short.
    boolean hasShort() {
        return contracts.values().stream().anyMatch(number -> number < 0);
    }

    /// The part that expires together.
    Payoff of(Series series) {
        SortedMap<OccSymbol, Integer> part = new TreeMap<>(contracts);
        part.keySet().removeIf(contract -> !Series.of(contract).equals(series));
        return new Payoff(part);
    }

    /// Longs less shorts of one right: below zero when a short is naked.
    int net(Right right) {
        return contracts.entrySet().stream()
                .filter(entry -> entry.getKey().right() == right)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /// Where the worth bends: zero and every strike.
    SortedSet<Price> bends() {
        SortedSet<Price> bends = new TreeSet<>();
        bends.add(Price.ZERO);
        contracts.keySet().forEach(contract -> bends.add(contract.strike()));
        return bends;
    }

    /// What it is worth when the stock closes at a price; negative when the account owes.
    Money at(Price stock) {
        BigDecimal perShare = BigDecimal.ZERO;
        for (var entry : contracts.entrySet()) {
            perShare =
                    perShare.add(
                            intrinsic(entry.getKey(), stock)
                                    .multiply(BigDecimal.valueOf(entry.getValue())));
        }
        return new Money(perShare).times(ContractMultiplier.STANDARD);
    }

    /// Dollars per share that a contract is in the money; zero when it is not.
    static BigDecimal intrinsic(OccSymbol contract, Price stock) {
        return stock.minus(contract.strike())
                .multiply(BigDecimal.valueOf(contract.right().direction()))
                .max(BigDecimal.ZERO);
    }
}
