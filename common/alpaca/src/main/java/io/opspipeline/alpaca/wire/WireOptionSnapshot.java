package io.opspipeline.alpaca.wire;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A value of the map that the option chain answers. Alpaca requires no member of it.
///
/// @param latestQuote the last quote
/// @param dailyBar the last day with a trade, which need not be today
/// @param previousDailyBar the day with a trade before that
/// @param impliedVolatility the feed's own
/// @param greeks the feed's own, by name
public record WireOptionSnapshot(
        Optional<WireQuote> latestQuote,
        Optional<WireBar> dailyBar,
        Optional<WireBar> previousDailyBar,
        Optional<BigDecimal> impliedVolatility,
        Map<String, BigDecimal> greeks) {

    /// Reads a value.
    public static WireOptionSnapshot from(WireNode row) {
        return new WireOptionSnapshot(
                row.object("latestQuote").map(WireQuote::from),
                row.object("dailyBar").map(WireBar::from),
                row.object("prevDailyBar").map(WireBar::from),
                row.decimal("impliedVolatility"),
                row.object("greeks").map(WireOptionSnapshot::numbers).orElse(Map.of()));
    }

    private static Map<String, BigDecimal> numbers(WireNode greeks) {
        var numbers = new TreeMap<String, BigDecimal>();
        greeks.members()
                .keySet()
                .forEach(name -> greeks.decimal(name).ifPresent(value -> numbers.put(name, value)));
        return numbers;
    }
}
