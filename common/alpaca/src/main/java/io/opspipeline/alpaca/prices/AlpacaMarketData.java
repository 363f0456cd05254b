package io.opspipeline.alpaca.prices;

import io.opspipeline.alpaca.http.Request;
import io.opspipeline.alpaca.http.RequestSender;
import io.opspipeline.alpaca.translation.SplitRow;
import io.opspipeline.alpaca.translation.StockSnapshotRow;
import io.opspipeline.alpaca.wire.WireAsset;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireSplit;
import io.opspipeline.alpaca.wire.WireStockSnapshot;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.StockSnapshot;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.market.Split;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Prices of stocks.
///
/// @param prices asks the data API
/// @param listings asks the trading API, which knows the assets
/// @param feed such as `sip`
/// @param clock says when something was seen
public record AlpacaMarketData(
        RequestSender prices, RequestSender listings, String feed, Clock clock)
        implements MarketData {

    private static final Logger LOG = LoggerFactory.getLogger(AlpacaMarketData.class);

    @Override
    public Map<Ticker, List<Bar>> bars(Set<Ticker> tickers, Instant from, Instant to) {
        BarSpan span = new BarSpan(from, to, clock.instant());
        return span.isEmpty()
                ? Map.of()
                : span.sorted(new SymbolGroups(prices).ask(span.request(feed), tickers));
    }

    @Override
    public Map<Ticker, StockSnapshot> snapshots(Set<Ticker> tickers) {
        Instant seenAt = clock.instant();
        Request request = Request.get("/v2/stocks/snapshots").with("feed", feed);
        Map<Ticker, StockSnapshot> snapshots = new TreeMap<>();
        for (WireNode answer : new SymbolGroups(prices).ask(request, tickers)) {
            tickers.forEach(ticker ->
                    answer.object(ticker.symbol())
                            .map(WireStockSnapshot::from)
                            .map(row -> StockSnapshotRow.translate(ticker, row, seenAt))
                            .ifPresent(snapshot -> snapshots.put(ticker, snapshot)));
        }
        return snapshots;
    }

    @Override
    public List<Split> splits(Set<Ticker> tickers, LocalDate from, LocalDate to) {
        Request request =
                Request.get("/v1/corporate-actions")
                        .with("types", "forward_split,reverse_split")
                        .with("start", from.toString())
                        .with("end", to.toString())
                        .with("limit", "1000");
        return new SymbolGroups(prices)
                .ask(request, tickers).stream()
                        .flatMap(page -> page.object("corporate_actions").stream())
                        .flatMap(AlpacaMarketData::splits)
                        .filter(split -> isWithin(split.effectiveOn(), from, to))
                        .sorted(
                                Comparator.comparing(Split::ticker)
                                        .thenComparing(Split::effectiveOn))
                        .toList();
    }

    @Override
    public Set<Ticker> optionable(Set<Ticker> tickers) {
        Request request =
                Request.get("/v2/assets")
                        .with("status", "active")
                        .with("asset_class", "us_equity")
                        .with("attributes", "has_options");
        Set<String> symbols = new TreeSet<>();
        listings.read(request).rows().stream()
                .map(WireAsset::from)
                .filter(WireAsset::isOptionable)
                .forEach(asset -> asset.symbol().ifPresent(symbols::add));
        Set<Ticker> optionable = new TreeSet<>(tickers);
        optionable.removeIf(ticker -> !symbols.contains(ticker.symbol()));
        return optionable;
    }

    private static Stream<Split> splits(WireNode actions) {
        return Stream.of("forward_splits", "reverse_splits")
                .flatMap(kind -> actions.rows(kind).stream())
                .flatMap(row ->
                        SplitRow.translate(WireSplit.from(row)).orSkipped(LOG, row).stream());
    }

    private static boolean isWithin(LocalDate date, LocalDate from, LocalDate to) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
