package io.opspipeline.positionmanager;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.ListedContract;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.market.option.PriceIncrement;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.market.ChainWindow;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.market.OptionChains;
import io.opspipeline.ports.store.Bars;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the market shows of held instruments. What cannot be read is absent.
final class MarketView {

    private static final Logger LOG = LoggerFactory.getLogger(MarketView.class);

    private final OptionChains chains;
    private final MarketData marketData;
    private final Bars bars;
    private final Map<Instrument, PriceIncrement> increments = new ConcurrentHashMap<>();

    MarketView(OptionChains chains, MarketData marketData, Bars bars) {
        this.chains = chains;
        this.marketData = marketData;
        this.bars = bars;
    }

    /// What the feed says of each instrument, by symbol; one request for all contracts and one for
    /// all stocks.
    Map<String, QuoteReading> readings(Collection<Instrument> instruments) {
        Set<OccSymbol> contracts = new TreeSet<>();
        Set<Ticker> stocks = new TreeSet<>();
        for (Instrument instrument : instruments) {
            switch (instrument) {
                case Instrument.Option(OccSymbol contract) -> contracts.add(contract);
                case Instrument.Stock(Ticker ticker) -> stocks.add(ticker);
            }
        }
        Map<String, QuoteReading> readings = new HashMap<>();
        addContracts(contracts, readings);
        addStocks(stocks, readings);
        return readings;
    }

    /// The quote of an instrument now, however wide; empty when there is none.
    Optional<Quote> quote(Instrument instrument) {
        return Optional.ofNullable(readings(Set.of(instrument)).get(instrument.symbol()))
                .flatMap(reading ->
                        switch (reading) {
                            case QuoteReading.Seen seen -> Optional.of(seen.sighting().quote());
                            case QuoteReading.Unusable _ -> Optional.empty();
                        });
    }

    /// The newest closed bar of each stock that has one.
    Map<Ticker, Bar> newestBars(Set<Ticker> tickers, Instant asOf) {
        if (tickers.isEmpty()) {
            return Map.of();
        }
        Map<Ticker, Bar> newest = new HashMap<>(bars.latestBefore(tickers, asOf));
        newest.values().removeIf(bar -> bar.end().isAfter(asOf));
        return newest;
    }

    /// Looks up the price steps of instruments that are not known yet, so that neither a quote nor
    /// an order waits for it.
    void learn(Collection<Instrument> instruments) {
        instruments.forEach(this::increment);
    }

    /// The price steps of an instrument as far as they are known, without asking anybody.
    PriceIncrement knownIncrement(Instrument instrument) {
        return increments.getOrDefault(instrument, PriceIncrement.STANDARD);
    }

    /// The price steps of an instrument. While a contract cannot be looked up it is taken for one
    /// with the widest steps, which are valid for all.
    PriceIncrement increment(Instrument instrument) {
        PriceIncrement known = increments.get(instrument);
        if (known != null) {
            return known;
        }
        Optional<PriceIncrement> found =
                switch (instrument) {
                    case Instrument.Stock _ -> Optional.of(PriceIncrement.CENTS);
                    case Instrument.Option(OccSymbol contract) -> listed(contract);
                };
        found.ifPresent(increment -> increments.put(instrument, increment));
        return found.orElse(PriceIncrement.STANDARD);
    }

    private Optional<PriceIncrement> listed(OccSymbol contract) {
        try {
            return chains.listed(onlyThis(contract)).stream()
                    .filter(each -> each.symbol().equals(contract))
                    .findFirst()
                    .map(ListedContract::pennyProgram)
                    .map(penny -> PriceIncrement.ofOption(contract.root(), penny));
        } catch (BrokerUnavailable unavailable) {
            LOG.warn("{} could not be looked up: {}", contract, unavailable.getMessage());
            return Optional.empty();
        }
    }

    private static ChainWindow onlyThis(OccSymbol contract) {
        return new ChainWindow(
                contract.underlying(),
                contract.expiry(),
                contract.expiry(),
                Optional.of(contract.right()),
                contract.strike(),
                contract.strike());
    }

    private void addContracts(Set<OccSymbol> contracts, Map<String, QuoteReading> readings) {
        if (contracts.isEmpty()) {
            return;
        }
        try {
            chains.quotes(contracts)
                    .forEach((contract, reading) -> readings.put(contract.toString(), reading));
        } catch (BrokerUnavailable unavailable) {
            LOG.warn("no quotes of {}: {}", contracts, unavailable.getMessage());
        }
    }

    private void addStocks(Set<Ticker> stocks, Map<String, QuoteReading> readings) {
        if (stocks.isEmpty()) {
            return;
        }
        try {
            marketData
                    .snapshots(stocks)
                    .forEach((ticker, snapshot) ->
                            readings.put(ticker.symbol(), snapshot.reading()));
        } catch (BrokerUnavailable unavailable) {
            LOG.warn("no quotes of {}: {}", stocks, unavailable.getMessage());
        }
    }
}
