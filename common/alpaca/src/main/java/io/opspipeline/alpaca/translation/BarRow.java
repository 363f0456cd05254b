package io.opspipeline.alpaca.translation;

import static io.opspipeline.alpaca.wire.Translation.need;

import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireBar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;
import java.util.Optional;

/// Minute bars.
public final class BarRow {

    private BarRow() {}

    /// A bar of an answer, whose ticker stands beside it.
    public static Translation<Bar> translate(Ticker ticker, WireBar row) {
        return Translation.of(() -> bar(ticker, row));
    }

    /// A bar of a stream frame.
    public static Translation<Bar> translate(WireBar row) {
        return Translation.of(() -> bar(Ticker.of(need(row.symbol(), "symbol")), row));
    }

    private static Bar bar(Ticker ticker, WireBar row) {
        return new Bar(
                ticker,
                need(row.start(), "time"),
                price(row.open(), "open"),
                price(row.high(), "high"),
                price(row.low(), "low"),
                price(row.close(), "close"),
                need(row.volume(), "volume"));
    }

    private static Price price(Optional<BigDecimal> member, String name) {
        return new Price(need(member, name));
    }
}
