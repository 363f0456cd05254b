package io.opspipeline.exchange.market.generated;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.exchange.market.RawQuote;
import java.time.Instant;
import java.util.Optional;

/// Quotes of a stock around its path: a cent wide, wider for dear stocks.
public final class StockQuotes {

    private static final double DOLLARS_PER_CENT = 150;
    private static final int LOT = 100;
    private static final int MOST_LOTS = 12;

    private final SessionPath path;
    private final long key;

    /// Quotes around a path.
    ///
    /// @param seed of the sizes
    /// @param ticker the stock
    /// @param path its price
    public StockQuotes(long seed, Ticker ticker, SessionPath path) {
        this.path = path;
        this.key = Draws.key(seed, ticker.symbol(), "stock quotes");
    }

    /// The quote at an instant, sizes in shares; empty before the open.
    public Optional<RawQuote> quote(Instant at) {
        if (path.clock().isBeforeOpen(at)) {
            return Optional.empty();
        }
        int step = path.clock().stepAt(at);
        double price = path.priceAt(step);
        double half = 0.005 * (1 + (int) (price / DOLLARS_PER_CENT));
        Instant made = path.clock().instantOf(step);
        return Optional.of(TickGrid.CENTS.around(price, half, size(step, 0), size(step, 1), made));
    }

    private int size(int step, int side) {
        return LOT * (1 + (int) (MOST_LOTS * Draws.uniformAt(key, 2L * step + side)));
    }
}
