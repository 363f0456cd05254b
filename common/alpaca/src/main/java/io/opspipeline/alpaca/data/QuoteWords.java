package io.opspipeline.alpaca.data;

import io.opspipeline.alpaca.wire.WireQuote;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.market.QuoteFault;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.market.Sighting;
import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A quote of the wire in our words, or why it is none.
final class QuoteWords {

    private QuoteWords() {}

    static QuoteReading reading(Optional<WireQuote> quote, Instant seenAt) {
        return quote.map(wire -> reading(wire, seenAt))
                .orElseGet(() -> new QuoteReading.Unusable(QuoteFault.MISSING, seenAt));
    }

    private static QuoteReading reading(WireQuote wire, Instant seenAt) {
        BigDecimal bid = wire.bid().orElse(BigDecimal.ONE.negate());
        BigDecimal ask = wire.ask().orElse(BigDecimal.ONE.negate());
        int bidSize = wire.bidSize().orElse(0);
        int askSize = wire.askSize().orElse(0);
        Optional<QuoteFault> fault = fault(bid, ask, bidSize, askSize);
        if (fault.isPresent()) {
            return new QuoteReading.Unusable(fault.get(), seenAt);
        }
        Quote quote = new Quote(new Price(bid), new Price(ask), bidSize, askSize);
        return new QuoteReading.Seen(new Sighting(quote, wire.quotedAt().orElse(seenAt), seenAt));
    }

    private static Optional<QuoteFault> fault(
            BigDecimal bid, BigDecimal ask, int bidSize, int askSize) {
        if (bid.signum() < 0 || ask.signum() < 0 || bidSize < 0 || askSize < 0) {
            return Optional.of(QuoteFault.MALFORMED);
        }
        if (ask.signum() == 0) {
            return Optional.of(QuoteFault.NO_ASK);
        }
        return ask.compareTo(bid) < 0 ? Optional.of(QuoteFault.CROSSED) : Optional.empty();
    }
}
