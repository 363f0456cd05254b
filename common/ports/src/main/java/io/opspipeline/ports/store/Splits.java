package io.opspipeline.ports.store;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.ports.market.Split;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Stock splits that are known.
public interface Splits {

    /// Stores splits; one that exists, by ticker, direction and day, is corrected.
    void record(List<Split> splits, Instant at);

    /// The splits that took effect from one New York day to another, both included, oldest first; a
    /// ticker without any is absent.
    Map<Ticker, List<Split>> between(Set<Ticker> tickers, LocalDate from, LocalDate to);
}
