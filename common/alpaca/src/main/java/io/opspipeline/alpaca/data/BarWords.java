package io.opspipeline.alpaca.data;

import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireBar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.money.Price;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A minute bar of the wire in our words; empty, and logged, when it cannot be read.
public final class BarWords {

    private static final Logger LOG = LoggerFactory.getLogger(BarWords.class);

    private BarWords() {}

    /// A bar of an answer, whose ticker stands outside of it.
    public static Optional<Bar> bar(WireBar wire, Ticker ticker) {
        return Translation.of(() -> read(wire, ticker)).orSkipped(LOG, wire.raw());
    }

    /// A bar of a stream frame.
    public static Optional<Bar> bar(WireBar wire) {
        return Translation.of(
                        () -> read(wire, new Ticker(Translation.need(wire.symbol(), "symbol"))))
                .orSkipped(LOG, wire.raw());
    }

    private static Bar read(WireBar wire, Ticker ticker) {
        return new Bar(
                ticker,
                Translation.need(wire.start(), "t"),
                new Price(Translation.need(wire.open(), "o")),
                new Price(Translation.need(wire.high(), "h")),
                new Price(Translation.need(wire.low(), "l")),
                new Price(Translation.need(wire.close(), "c")),
                Translation.need(wire.volume(), "v"));
    }
}
