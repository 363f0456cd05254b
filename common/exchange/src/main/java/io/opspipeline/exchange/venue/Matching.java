package io.opspipeline.exchange.venue;

import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.Side;
import java.math.MathContext;
import java.util.Optional;
import java.util.OptionalDouble;

/// At what price an order can fill against a quote (design, section 7). Nothing here is better than
/// the mid.
final class Matching {

    private Matching() {}

    /// The executable side: the ask for a buy, the bid for a sell; empty when nobody is there.
    static Optional<Price> touch(Side side, Quote quote) {
        return size(side, quote) == 0 ? Optional.empty() : Optional.of(best(side, quote));
    }

    /// Contracts or shares shown at the touch; zero when there is no price.
    static int size(Side side, Quote quote) {
        return switch (side) {
            case BUY -> quote.askSize();
            case SELL -> quote.hasBid() ? quote.bidSize() : 0;
        };
    }

    /// The price of an order that takes what is there: the touch, when the order reaches it.
    ///
    /// @param worst the highest price a buy pays or the lowest a sell takes; empty for any
    static Optional<Price> taking(Side side, Optional<Price> worst, Quote quote) {
        return touch(side, quote)
                .filter(touch -> worst.isEmpty() || reaches(side, worst.get(), touch));
    }

    /// The price of an order that was waiting: its own limit, when the touch has come to it.
    static Optional<Price> crossed(Side side, Price limit, Quote quote) {
        return touch(side, quote).filter(touch -> reaches(side, limit, touch)).map(_ -> limit);
    }

    /// How far a limit is on the way from the mid (0) to the touch (1); empty unless strictly
    /// between, and when nobody is at the touch.
    static OptionalDouble distance(Side side, Price limit, Quote quote) {
        Price mid = quote.mid();
        Optional<Price> touch = touch(side, quote);
        if (touch.isEmpty() || reaches(side, limit, touch.get()) || reaches(side, mid, limit)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                limit.minus(mid)
                        .divide(touch.get().minus(mid), MathContext.DECIMAL64)
                        .doubleValue());
    }

    /// True when a limit is at a price or beyond it, on the paying side.
    private static boolean reaches(Side side, Price limit, Price price) {
        return switch (side) {
            case BUY -> !limit.isBelow(price);
            case SELL -> !limit.isAbove(price);
        };
    }

    private static Price best(Side side, Quote quote) {
        return switch (side) {
            case BUY -> quote.ask();
            case SELL -> quote.bid();
        };
    }
}
