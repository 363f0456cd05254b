package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.OrderType;
import io.opspipeline.domain.order.Side;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A spread: its legs fill together, unit by unit, or not at all.
///
/// @param terms what it asks for
/// @param progress how far it has come, in units and at net prices
/// @param legs how far each leg has come, in contracts, in the order of the terms
record WorkingSpread(SpreadTerms terms, OrderProgress progress, List<OrderProgress> legs)
        implements Working {

    /// A spread that was just taken.
    static WorkingSpread taken(SpreadTerms terms, Instant at) {
        boolean isMarket = terms.type() == OrderType.MARKET;
        return new WorkingSpread(
                terms,
                new OrderProgress(terms.id(), terms.units(), isMarket, at),
                terms.legs().stream()
                        .map(leg ->
                                new OrderProgress(
                                        leg.id(), terms.units() * leg.ratio(), isMarket, at))
                        .toList());
    }

    @Override
    public String id() {
        return terms.id();
    }

    @Override
    public String clientOrderId() {
        return terms.clientOrderId();
    }

    @Override
    public AccountId account() {
        return terms.account();
    }

    @Override
    public Optional<String> fault() {
        return Optional.empty();
    }

    /// Contracts of an instrument that may still be traded on one side.
    int remaining(Side side, Instrument instrument) {
        return terms.legs().stream()
                .filter(leg -> leg.side() == side && leg.instrument().equals(instrument))
                .mapToInt(leg -> leg.ratio() * progress.remaining())
                .sum();
    }

    /// What it may still do to the margin.
    Resting resting() {
        Money cost = terms.cost(progress.remaining());
        return Resting.of(terms.payoff(progress.remaining()), cost);
    }

    /// What it may still take from the cash.
    Money reserved() {
        return terms.cost(progress.remaining()).max(Money.ZERO);
    }

    @Override
    public SpreadView view() {
        return new SpreadView(
                terms.id(),
                terms.clientOrderId(),
                terms.account(),
                IntStream.range(0, legs.size()).mapToObj(this::leg).toList(),
                terms.type(),
                terms.units(),
                terms.limit(),
                progress.status(),
                progress.filled(),
                progress.average(),
                progress.submittedAt(),
                progress.updatedAt(),
                progress.cancelRequestedAt(),
                progress.reason());
    }

    private SpreadView.Leg leg(int number) {
        LegTerms leg = terms.legs().get(number);
        return new SpreadView.Leg(
                leg.id(),
                leg.clientOrderId(),
                leg.contract(),
                leg.intent(),
                leg.ratio(),
                leg.ratio() * terms.units(),
                legs.get(number).filled(),
                legs.get(number).average().map(Price::new));
    }
}
