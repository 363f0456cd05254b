package io.opspipeline.ports.store;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.signal.Confidence;
import java.util.Optional;

/// A ticker that the pipeline follows.
///
/// @param ticker the stock
/// @param source who chose it
/// @param sector its sector; a ticker without one is a sector of its own
/// @param confidence 0.5 to 1; an operator's row has 1
/// @param active true when signals are made for it
public record UniverseRow(
        Ticker ticker,
        Source source,
        Optional<String> sector,
        Confidence confidence,
        boolean active) {

    /// Who chose a ticker.
    public enum Source {
        /// A person.
        OPERATOR,
        /// The deterministic advisor.
        ADVISOR,
        /// A language model.
        LLM
    }

    /// The sector, or the ticker itself where there is none.
    public String cluster() {
        return sector.orElse(ticker.symbol());
    }
}
