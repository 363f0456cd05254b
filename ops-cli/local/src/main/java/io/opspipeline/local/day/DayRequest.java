package io.opspipeline.local.day;

import io.opspipeline.domain.instrument.Ticker;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;

/// Which day to trade, and how.
///
/// @param market where prices come from
/// @param day the session, New York; empty for the market's own
/// @param seed of everything generated and of the fill chances
/// @param symbols the tickers to trade; empty for all that the market has
/// @param overrides settings by key
public record DayRequest(
        MarketKind market,
        Optional<LocalDate> day,
        long seed,
        NavigableSet<Ticker> symbols,
        Map<String, String> overrides) {

    /// Where prices come from.
    public sealed interface MarketKind {

        /// The active generated market.
        record Generated() implements MarketKind {}

        /// The generated market in which nothing can be foreseen.
        record ZeroDrift() implements MarketKind {}

        /// A folder of recorded data: LEAN's layout, or CSV bars.
        record Recorded(Path folder) implements MarketKind {}
    }
}
