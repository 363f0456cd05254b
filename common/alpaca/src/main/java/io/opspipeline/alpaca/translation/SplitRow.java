package io.opspipeline.alpaca.translation;

import static io.opspipeline.alpaca.wire.Translation.need;

import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireSplit;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.ports.market.Split;

/// Splits.
public final class SplitRow {

    private SplitRow() {}

    /// A split.
    public static Translation<Split> translate(WireSplit row) {
        return Translation.of(() ->
                new Split(
                        Ticker.of(need(row.symbol(), "symbol")),
                        need(row.exDate(), "ex_date"),
                        need(row.oldRate(), "old_rate"),
                        need(row.newRate(), "new_rate")));
    }
}
