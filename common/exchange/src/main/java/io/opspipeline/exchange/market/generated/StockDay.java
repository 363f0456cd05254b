package io.opspipeline.exchange.market.generated;

import io.opspipeline.domain.market.Bar;
import java.time.Instant;
import java.util.List;

/// Everything about one stock of a generated market.
///
/// @param bars of every session, oldest first
/// @param quotes of the stock
/// @param chain its options
record StockDay(List<Bar> bars, StockQuotes quotes, GeneratedChain chain) {

    /// Makes the chain of a stock.
    interface ChainMaker {
        GeneratedChain make(long seed, ListedStock stock, double previousClose, SessionPath path);
    }

    /// Draws a stock's sessions and puts a chain around the last.
    static StockDay draw(long seed, ListedStock stock, PathGenerator paths, ChainMaker chains) {
        List<SessionTrades> trades = paths.trades(stock);
        SessionPath path = trades.getLast().path();
        double previousClose = trades.get(trades.size() - 2).path().last();
        List<Bar> bars =
                trades.stream().flatMap(each -> each.bars(stock.ticker()).stream()).toList();
        return new StockDay(
                bars,
                new StockQuotes(seed, stock.ticker(), path),
                chains.make(seed, stock, previousClose, path));
    }

    /// Bars that start in [from, to), oldest first.
    List<Bar> bars(Instant from, Instant to) {
        int first = firstNotBefore(from);
        return bars.subList(first, Math.max(first, firstNotBefore(to)));
    }

    private int firstNotBefore(Instant instant) {
        int low = 0;
        int high = bars.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bars.get(middle).start().isBefore(instant)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
