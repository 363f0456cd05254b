package io.opspipeline.exchange.wire.prices;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.wire.http.Answer;
import io.opspipeline.exchange.wire.http.Call;
import io.opspipeline.exchange.wire.http.Parameters;
import io.opspipeline.exchange.wire.json.JsonRow;
import io.opspipeline.exchange.wire.listing.Page;
import io.opspipeline.exchange.wire.listing.Symbols;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers `/v2/stocks/bars`: points sorted by symbol and then time, so that a page may hold one
/// symbol only. Minutes and days.
///
/// @param market what is traded
/// @param feeds what may be read
record StockBars(Market market, Feeds feeds) {

    private static final int STANDARD_LIMIT = 1_000;
    private static final int HIGHEST_LIMIT = 10_000;

    private record Point(Ticker ticker, BarRow bar) {
        String key() {
            return ticker + "|" + bar.start();
        }
    }

    Answer answer(Call call) {
        Parameters parameters = call.parameters();
        feeds.stocksUntil(call, end(call));
        int limit = parameters.limit("limit", STANDARD_LIMIT, HIGHEST_LIMIT);
        Page<Point> page = Page.cut(points(call), Point::key, parameters, limit);
        return Answer.of(
                new JsonRow()
                        .child("bars", bars(page.items()))
                        .text("next_page_token", page.next())
                        .text("currency", "USD")
                        .node());
    }

    private List<Point> points(Call call) {
        Parameters parameters = call.parameters();
        String timeframe = parameters.word("timeframe", "1Min", "1T", "1Day", "1D");
        boolean descends = parameters.word("sort", "asc", "desc").equals("desc");
        return Symbols.tickers(parameters).stream()
                .flatMap(ticker -> {
                    List<BarRow> rows =
                            timeframe.endsWith("D") || timeframe.endsWith("Day")
                                    ? days(call, ticker)
                                    : minutes(call, ticker);
                    return points(ticker, descends ? rows.reversed() : rows);
                })
                .toList();
    }

    private static Stream<Point> points(Ticker ticker, List<BarRow> rows) {
        return rows.stream().map(row -> new Point(ticker, row));
    }

    private List<BarRow> minutes(Call call, Ticker ticker) {
        return new ClosedBars(market, call.now())
                .minutes(ticker, start(call), end(call)).stream().map(BarRow::of).toList();
    }

    private List<BarRow> days(Call call, Ticker ticker) {
        Instant start = start(call);
        Instant end = end(call);
        return new ClosedBars(market, call.now())
                .days(ticker).stream()
                        .filter(day -> !day.start().isBefore(start) && day.start().isBefore(end))
                        .toList();
    }

    private static Instant start(Call call) {
        return call.parameters()
                .instant("start")
                .orElseGet(() -> NewYork.startOf(NewYork.dateOf(call.now())));
    }

    // The end is inclusive on the wire.
    private static Instant end(Call call) {
        return call.parameters().instant("end").orElse(call.now()).plusNanos(1);
    }

    private static ObjectNode bars(List<Point> points) {
        ObjectNode bars = new JsonRow().node();
        for (Point point : points) {
            ArrayNode rows = bars.withArrayProperty(point.ticker().symbol());
            rows.add(point.bar().row().node());
        }
        return bars;
    }
}
