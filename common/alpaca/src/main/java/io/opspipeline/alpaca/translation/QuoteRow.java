package io.opspipeline.alpaca.translation;

import io.opspipeline.alpaca.wire.WireQuote;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.market.QuoteFault;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.market.Sighting;
import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// Quotes, or why there is none. A price or a size of `NaN` is no number and so not readable.
public final class QuoteRow {

    private QuoteRow() {}

    /// What the feed said.
    ///
    /// @param quote empty when it said nothing
    /// @param seenAt when it was asked, UTC
    public static QuoteReading translate(Optional<WireQuote> quote, Instant seenAt) {
        return quote.map(row -> translate(row, seenAt))
                .orElseGet(() -> unusable(QuoteFault.MISSING, seenAt));
    }

    /// What the feed said of a stock: somebody always buys one, so a bid of zero is a side that the
    /// feed has no quote of.
    ///
    /// @param quote empty when it said nothing
    /// @param seenAt when it was asked, UTC
    static QuoteReading ofStock(Optional<WireQuote> quote, Instant seenAt) {
        QuoteReading reading = translate(quote, seenAt);
        return reading instanceof QuoteReading.Seen(Sighting sighting) && !sighting.quote().hasBid()
                ? unusable(QuoteFault.NO_BID, seenAt)
                : reading;
    }

    private static QuoteReading translate(WireQuote row, Instant seenAt) {
        if (!isReadable(row)) {
            return unusable(QuoteFault.MALFORMED, seenAt);
        }
        Price bid = new Price(row.bid().orElseThrow());
        Price ask = new Price(row.ask().orElseThrow());
        if (ask.isZero()) {
            return unusable(QuoteFault.NO_ASK, seenAt);
        }
        if (bid.isAbove(ask)) {
            return unusable(QuoteFault.CROSSED, seenAt);
        }
        Quote quote = new Quote(bid, ask, row.bidSize().orElse(0), row.askSize().orElse(0));
        return new QuoteReading.Seen(new Sighting(quote, row.quotedAt().orElseThrow(), seenAt));
    }

    // The size of a side may be left out; then nothing is known to be there.
    private static boolean isReadable(WireQuote row) {
        return row.quotedAt().isPresent()
                && isPrice(row.bid())
                && isPrice(row.ask())
                && isSize(row.bidSize())
                && isSize(row.askSize());
    }

    private static boolean isPrice(Optional<BigDecimal> price) {
        return price.filter(value -> value.signum() >= 0).isPresent();
    }

    private static boolean isSize(OptionalInt size) {
        return size.orElse(0) >= 0;
    }

    private static QuoteReading unusable(QuoteFault fault, Instant seenAt) {
        return new QuoteReading.Unusable(fault, seenAt);
    }
}
