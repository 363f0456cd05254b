package io.opspipeline.telemetry;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.store.Universe;
import io.opspipeline.ports.store.UniverseRow;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What bars are collected of: the active tickers, what is held, and the index funds as far as the
/// source knows them.
final class CollectedTickers {

    private static final Logger LOG = LoggerFactory.getLogger(CollectedTickers.class);
    private static final Set<Ticker> INDEX_FUNDS = Set.of(Ticker.of("SPY"), Ticker.of("QQQ"));

    private final Universe universe;
    private final MarketData marketData;
    private volatile Set<Ticker> unknown = Set.of();
    private volatile boolean asked;

    CollectedTickers(Universe universe, MarketData marketData) {
        this.universe = universe;
        this.marketData = marketData;
    }

    /// The tickers, in order.
    Set<Ticker> now() {
        askOnce();
        Set<Ticker> tickers = new TreeSet<>(universe.collected());
        Set<Ticker> active = active();
        tickers.removeIf(ticker -> unknown.contains(ticker) && !active.contains(ticker));
        return tickers;
    }

    /// The tickers that signals are made for.
    Set<Ticker> active() {
        return universe.active().stream()
                .map(UniverseRow::ticker)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// An empty answer tells nothing: the source may have no prices yet.
    private void askOnce() {
        if (asked) {
            return;
        }
        try {
            Set<Ticker> known = marketData.snapshots(universe.collected()).keySet();
            if (!known.isEmpty()) {
                unknown = new TreeSet<>(INDEX_FUNDS);
                unknown.removeAll(known);
                asked = true;
            }
        } catch (BrokerUnavailable unavailable) {
            LOG.warn("which index funds there are is not known yet: {}", unavailable.getMessage());
        }
    }
}
