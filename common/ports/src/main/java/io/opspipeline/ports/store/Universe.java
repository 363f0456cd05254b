package io.opspipeline.ports.store;

import io.opspipeline.domain.instrument.Ticker;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// The one list of tickers.
public interface Universe {

    /// The active rows, by ticker.
    List<UniverseRow> active();

    /// What data is collected for: the active ones, whatever any account holds, SPY and QQQ where
    /// the source has them.
    Set<Ticker> collected();

    /// Adds or replaces rows.
    void publish(List<UniverseRow> rows, Instant at);
}
