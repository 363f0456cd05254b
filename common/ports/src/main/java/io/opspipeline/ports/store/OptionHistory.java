package io.opspipeline.ports.store;

import io.opspipeline.domain.instrument.Ticker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What is recorded of options from the first day for later rules (trading rules, section 4).
public interface OptionHistory {

    /// Stores the implied volatility of names, one row per name and day; a later one of the same
    /// day replaces it.
    void recordVolatilities(List<RecordedVolatility> volatilities, Instant at);

    /// The recorded volatilities of a name from one New York day to another, both included, oldest
    /// first.
    List<RecordedVolatility> volatilities(Ticker ticker, LocalDate from, LocalDate to);

    /// Stores chain quotes; one that exists, by symbol and time, is left alone.
    ///
    /// @return how many were new
    int recordQuotes(List<RecordedQuote> quotes);

    /// The recorded quotes of an underlying seen in [from, to), by time and symbol.
    List<RecordedQuote> quotes(Ticker underlying, Instant from, Instant to);
}
