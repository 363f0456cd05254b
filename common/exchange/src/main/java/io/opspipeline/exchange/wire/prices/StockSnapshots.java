package io.opspipeline.exchange.wire.prices;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.wire.http.Answer;
import io.opspipeline.exchange.wire.http.Call;
import io.opspipeline.exchange.wire.json.Json;
import io.opspipeline.exchange.wire.json.JsonRow;
import io.opspipeline.exchange.wire.listing.Symbols;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// Answers what is asked about stocks as they stand: snapshots, last quotes, bars and trades. A
/// ticker that is not known is absent.
///
/// @param market what is traded
/// @param feeds what may be read
record StockSnapshots(Market market, Feeds feeds) {

    Answer snapshots(Call call) {
        return Answer.of(bySymbol(call, ticker -> Optional.of(snapshot(call, ticker))));
    }

    Answer latestQuotes(Call call) {
        return latest("quotes", call, ticker -> quote(call, ticker));
    }

    Answer latestBars(Call call) {
        return latest("bars", call, ticker -> last(call, ticker).map(StockSnapshots::minute));
    }

    Answer latestTrades(Call call) {
        return latest("trades", call, ticker -> last(call, ticker).map(StockSnapshots::trade));
    }

    private Answer latest(String name, Call call, Function<Ticker, Optional<ObjectNode>> row) {
        return Answer.of(new JsonRow().child(name, bySymbol(call, row)).node());
    }

    private ObjectNode bySymbol(Call call, Function<Ticker, Optional<ObjectNode>> row) {
        feeds.stocksNow(call);
        JsonRow rows = new JsonRow();
        Symbols.tickers(call.parameters()).stream()
                .filter(ticker -> market.tickers().contains(ticker))
                .forEach(ticker -> rows.optional(ticker.symbol(), row.apply(ticker)));
        return rows.node();
    }

    private ObjectNode snapshot(Call call, Ticker ticker) {
        List<BarRow> days = new ClosedBars(market, call.now()).days(ticker);
        Optional<Bar> last = last(call, ticker);
        return new JsonRow()
                .optional("dailyBar", fromEnd(days, 0))
                .optional("latestQuote", quote(call, ticker))
                .optional("latestTrade", last.map(StockSnapshots::trade))
                .optional("minuteBar", last.map(StockSnapshots::minute))
                .optional("prevDailyBar", fromEnd(days, 1))
                .node();
    }

    private Optional<ObjectNode> quote(Call call, Ticker ticker) {
        return market.stockQuote(ticker, call.now()).map(QuoteRow::stock);
    }

    private Optional<Bar> last(Call call, Ticker ticker) {
        return new ClosedBars(market, call.now()).last(ticker);
    }

    private static Optional<ObjectNode> fromEnd(List<BarRow> days, int back) {
        return days.reversed().stream().skip(back).findFirst().map(day -> day.row().node());
    }

    private static ObjectNode minute(Bar bar) {
        return BarRow.of(bar).row().node();
    }

    /// The market knows no trades: the last one is the close of the last bar, at its very end.
    private static ObjectNode trade(Bar bar) {
        return new JsonRow()
                .instant("t", bar.end().minusMillis(1))
                .text("x", "D")
                .number("p", bar.close().perShare())
                .number("s", 100)
                .child("c", Json.texts(List.of("@")))
                .number("i", bar.start().getEpochSecond())
                .text("z", "C")
                .node();
    }
}
