package io.opspipeline.local.setup;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.exchange.market.generated.DefaultListings;
import io.opspipeline.exchange.market.generated.ListedStock;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.store.UniverseRow;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The tickers that a person has chosen.
public final class OperatorUniverse {

    private OperatorUniverse() {}

    /// The 28 large companies of the default list.
    public static NavigableSet<Ticker> standard() {
        return DefaultListings.universe().stream()
                .map(ListedStock::ticker)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Checks that options are listed on tickers.
    ///
    /// @throws SetupRefused naming those that have none
    /// @throws io.opspipeline.ports.broker.BrokerUnavailable when the broker's list cannot be read
    public static void requireOptions(MarketData broker, Set<Ticker> tickers) {
        Set<Ticker> without = new TreeSet<>(tickers);
        without.removeAll(broker.optionable(tickers));
        if (!without.isEmpty()) {
            throw new SetupRefused("the broker lists no options on " + without);
        }
    }

    /// The rows that make tickers the active ones.
    ///
    /// @param before the rows that are active now
    static List<UniverseRow> rows(Set<Ticker> tickers, List<UniverseRow> before) {
        List<UniverseRow> rows = new ArrayList<>();
        before.stream()
                .filter(row -> !tickers.contains(row.ticker()))
                .forEach(row ->
                        rows.add(
                                new UniverseRow(
                                        row.ticker(),
                                        row.source(),
                                        row.sector(),
                                        row.confidence(),
                                        false)));
        tickers.forEach(ticker -> rows.add(row(ticker)));
        return rows;
    }

    private static UniverseRow row(Ticker ticker) {
        return new UniverseRow(
                ticker,
                UniverseRow.Source.OPERATOR,
                DefaultListings.of(ticker).map(ListedStock::sector),
                new Confidence(1),
                true);
    }
}
