package io.opspipeline.exchange.market.recorded;

import io.opspipeline.domain.market.Bar;
import io.opspipeline.exchange.market.RawQuote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One stock of a recorded market.
///
/// @param bars of every session, oldest first
/// @param quotes the stock's quote at an instant
/// @param options its options
record RecordedStock(
        List<Bar> bars, Function<Instant, Optional<RawQuote>> quotes, OptionBook options) {

    /// Bars that start in [from, to).
    List<Bar> bars(Instant from, Instant to) {
        return bars.stream()
                .filter(bar -> !bar.start().isBefore(from) && bar.start().isBefore(to))
                .toList();
    }
}
