package io.opspipeline.exchange.venue;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Every position of one account, by symbol. Guarded by the venue's lock.
final class Holdings {

    private final Map<String, Holding> bySymbol = new TreeMap<>();

    /// A copy, so that holdings can end meanwhile.
    List<Holding> all() {
        return List.copyOf(bySymbol.values());
    }

    /// Contracts or shares held; negative when short.
    int held(Instrument instrument) {
        Holding holding = bySymbol.get(instrument.symbol());
        return holding == null ? 0 : holding.quantity();
    }

    /// Changes a position; one that comes to nothing ends.
    ///
    /// @param change contracts or shares, negative when sold
    void trade(Instrument instrument, int change, Price price, Quote quote) {
        Holding holding =
                bySymbol.computeIfAbsent(instrument.symbol(), _ -> new Holding(instrument, quote));
        holding.trade(change, price, quote);
        if (holding.quantity() == 0) {
            bySymbol.remove(instrument.symbol());
        }
    }

    void end(OccSymbol contract) {
        bySymbol.remove(contract.toString());
    }

    /// A position goes on as another one, at the same cost.
    ///
    /// @param times how many of the new are one of the old
    void adjust(Instrument from, Instrument to, int times) {
        Holding old = bySymbol.remove(from.symbol());
        if (old != null) {
            bySymbol.put(to.symbol(), old.adjusted(to, times));
        }
    }

    /// Its contracts.
    Payoff payoff() {
        Payoff payoff = Payoff.NONE;
        for (Holding holding : bySymbol.values()) {
            if (holding.instrument() instanceof Instrument.Option(var contract)) {
                payoff = payoff.plus(contract, holding.quantity());
            }
        }
        return payoff;
    }

    /// What buying back shares that are short would cost. Only an early assignment makes some.
    Money shortShares() {
        return bySymbol.values().stream()
                .filter(holding -> holding.instrument() instanceof Instrument.Stock)
                .map(holding -> holding.view(0, 0))
                .filter(PositionView::isShort)
                .map(position -> position.value().negated())
                .reduce(Money.ZERO, Money::plus);
    }
}
