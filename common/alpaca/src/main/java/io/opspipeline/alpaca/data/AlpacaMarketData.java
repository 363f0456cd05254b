package io.opspipeline.alpaca.data;

import io.opspipeline.alpaca.data.TickerGroups.InvalidSymbolException;
import io.opspipeline.alpaca.http.AlpacaHost;
import io.opspipeline.alpaca.http.Query;
import io.opspipeline.alpaca.http.Reply;
import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireAsset;
import io.opspipeline.alpaca.wire.WireBar;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireSplit;
import io.opspipeline.alpaca.wire.WireStockSnapshot;
import io.opspipeline.alpaca.wire.WireTrade;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.StockSnapshot;
import io.opspipeline.domain.money.Price;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.market.Split;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Prices of stocks, from Alpaca.
public final class AlpacaMarketData implements MarketData {

    private static final Logger LOG = LoggerFactory.getLogger(AlpacaMarketData.class);

    private static final int BAD_REQUEST = 400;
    private static final int BARS_PER_PAGE = 10_000;
    private static final int SPLITS_PER_PAGE = 1_000;

    private final AlpacaHost data;
    private final AlpacaHost trading;
    private final String feed;
    private final Clock clock;

    /// @param data the data host
    /// @param trading the trading host of the market-data account, for the asset list
    /// @param feed such as `sip`
    /// @param clock when answers are seen
    public AlpacaMarketData(AlpacaHost data, AlpacaHost trading, String feed, Clock clock) {
        this.data = data;
        this.trading = trading;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public Map<Ticker, List<Bar>> bars(Set<Ticker> tickers, Instant from, Instant to) {
        Map<Ticker, List<Bar>> bars = new TreeMap<>();
        if (!from.isBefore(to)) {
            return bars;
        }
        Query query =
                Query.NONE
                        .with("timeframe", "1Min")
                        .with("start", from)
                        .with("end", to.minusMillis(1))
                        .with("limit", BARS_PER_PAGE)
                        .with("adjustment", "raw")
                        .with("sort", "asc")
                        .with("feed", feed);
        TickerGroups.each(
                tickers,
                group -> each("/v2/stocks/bars", query, group, page -> addBars(page, bars)));
        return bars;
    }

    @Override
    public Map<Ticker, StockSnapshot> snapshots(Set<Ticker> tickers) {
        Map<Ticker, StockSnapshot> snapshots = new TreeMap<>();
        Query query = Query.NONE.with("feed", feed);
        TickerGroups.each(
                tickers,
                group ->
                        each(
                                "/v2/stocks/snapshots",
                                query,
                                group,
                                page -> addSnapshots(page, tickers, snapshots)));
        return snapshots;
    }

    @Override
    public List<Split> splits(Set<Ticker> tickers, LocalDate from, LocalDate to) {
        List<Split> splits = new ArrayList<>();
        Query query =
                Query.NONE
                        .with("types", "forward_split,reverse_split")
                        .with("start", from)
                        .with("end", to)
                        .with("limit", SPLITS_PER_PAGE);
        TickerGroups.each(
                tickers,
                group ->
                        each(
                                "/v1/corporate-actions",
                                query,
                                group,
                                page ->
                                        page.object("corporate_actions")
                                                .ifPresent(kinds -> addSplits(kinds, splits))));
        return List.copyOf(splits);
    }

    @Override
    public Set<Ticker> optionable(Set<Ticker> tickers) {
        Query query =
                Query.NONE
                        .with("status", "active")
                        .with("asset_class", "us_equity")
                        .with("attributes", "has_options");
        Set<String> known =
                Pages.read(trading.get("/v2/assets", query), "assets").rows().stream()
                        .map(WireAsset::from)
                        .filter(WireAsset::isOptionable)
                        .flatMap(asset -> asset.symbol().stream())
                        .collect(Collectors.toSet());
        return tickers.stream()
                .filter(ticker -> known.contains(ticker.symbol()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String feed() {
        return feed;
    }

    private void each(String path, Query query, Collection<Ticker> group, Consumer<WireNode> page) {
        String symbols = group.stream().map(Ticker::symbol).collect(Collectors.joining(","));
        Query asked = query.with("symbols", symbols);
        Pages.each(data, path, asked, AlpacaMarketData::requireValidSymbols, page);
    }

    private static void requireValidSymbols(Reply reply) {
        if (reply.status() == BAD_REQUEST) {
            throw new InvalidSymbolException(reply.error().message());
        }
    }

    private static void addBars(WireNode page, Map<Ticker, List<Bar>> bars) {
        page.object("bars")
                .ifPresent(byTicker ->
                        byTicker.members()
                                .keySet()
                                .forEach(symbol -> addBars(byTicker, symbol, bars)));
    }

    private static void addBars(WireNode byTicker, String symbol, Map<Ticker, List<Bar>> bars) {
        Ticker ticker = new Ticker(symbol);
        List<Bar> read =
                byTicker.rows(symbol).stream()
                        .flatMap(row -> BarWords.bar(WireBar.from(row), ticker).stream())
                        .toList();
        if (!read.isEmpty()) {
            bars.computeIfAbsent(ticker, _ -> new ArrayList<>()).addAll(read);
        }
    }

    private void addSnapshots(
            WireNode page, Set<Ticker> wanted, Map<Ticker, StockSnapshot> snapshots) {
        Instant now = clock.instant();
        for (Ticker ticker : wanted) {
            page.object(ticker.symbol())
                    .map(WireStockSnapshot::from)
                    .ifPresent(row -> snapshots.put(ticker, snapshot(ticker, row, now)));
        }
    }

    private static StockSnapshot snapshot(Ticker ticker, WireStockSnapshot row, Instant now) {
        Optional<Price> last =
                row.latestTrade()
                        .flatMap(WireTrade::price)
                        .filter(price -> price.signum() > 0)
                        .map(Price::new);
        return new StockSnapshot(
                ticker,
                QuoteWords.reading(row.latestQuote(), now),
                last,
                last.isEmpty() ? Optional.empty() : row.latestTrade().flatMap(WireTrade::tradedAt));
    }

    private static void addSplits(WireNode kinds, List<Split> splits) {
        for (String kind : List.of("forward_splits", "reverse_splits")) {
            for (WireNode row : kinds.rows(kind)) {
                Translation.of(() -> split(WireSplit.from(row)))
                        .orSkipped(LOG, row)
                        .ifPresent(splits::add);
            }
        }
    }

    private static Split split(WireSplit row) {
        return new Split(
                new Ticker(Translation.need(row.symbol(), "symbol")),
                Translation.need(row.exDate(), "ex_date"),
                Translation.need(row.oldRate(), "old_rate"),
                Translation.need(row.newRate(), "new_rate"));
    }
}
