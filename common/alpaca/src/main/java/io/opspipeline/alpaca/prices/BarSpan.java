package io.opspipeline.alpaca.prices;

import io.opspipeline.alpaca.http.Request;
import io.opspipeline.alpaca.translation.BarRow;
import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireBar;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which minute bars are wanted.
///
/// @param from first start, UTC, inclusive
/// @param to last start, UTC, exclusive
/// @param now a bar that ends later is still running
record BarSpan(Instant from, Instant to, Instant now) {

    private static final Logger LOG = LoggerFactory.getLogger(BarSpan.class);

    boolean isEmpty() {
        return !from.isBefore(to);
    }

    /// The request. Alpaca's `end` is inclusive, hence the nanosecond.
    Request request(String feed) {
        return Request.get("/v2/stocks/bars")
                .with("timeframe", "1Min")
                .with("start", from.toString())
                .with("end", to.minusNanos(1).toString())
                .with("limit", "10000")
                .with("adjustment", "raw")
                .with("feed", feed)
                .with("sort", "asc");
    }

    /// The bars of all pages by ticker and time.
    Map<Ticker, List<Bar>> sorted(List<WireNode> pages) {
        Map<Ticker, Map<Instant, Bar>> found = new TreeMap<>();
        pages.stream()
                .flatMap(page -> page.object("bars").stream())
                .forEach(bars ->
                        bars.members()
                                .forEach((symbol, _) ->
                                        ticker(symbol)
                                                .ifPresent(ticker ->
                                                        collect(
                                                                ticker,
                                                                bars.rows(symbol),
                                                                found))));
        Map<Ticker, List<Bar>> sorted = new TreeMap<>();
        found.forEach((ticker, bars) -> sorted.put(ticker, new ArrayList<>(bars.values())));
        return sorted;
    }

    private void collect(Ticker ticker, List<WireNode> rows, Map<Ticker, Map<Instant, Bar>> into) {
        rows.stream()
                .flatMap(row ->
                        BarRow.translate(ticker, WireBar.from(row)).orSkipped(LOG, row).stream())
                .filter(this::isWanted)
                .forEach(bar ->
                        into.computeIfAbsent(ticker, _ -> new TreeMap<>()).put(bar.start(), bar));
    }

    private boolean isWanted(Bar bar) {
        return !bar.start().isBefore(from) && bar.start().isBefore(to) && !bar.end().isAfter(now);
    }

    private static Optional<Ticker> ticker(String symbol) {
        return switch (Translation.of(() -> Ticker.of(symbol))) {
            case Translation.Read<Ticker>(Ticker ticker) -> Optional.of(ticker);
            case Translation.Unreadable<Ticker>(String reason) -> {
                LOG.warn("bars skipped: {}", reason);
                yield Optional.empty();
            }
        };
    }
}
