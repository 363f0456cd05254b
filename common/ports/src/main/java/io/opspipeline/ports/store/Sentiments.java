package io.opspipeline.ports.store;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.signal.Sentiment;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// Sentiment of tickers (trading rules, section 2).
public interface Sentiments {

    /// The sentiment of each ticker at an instant; a ticker without enough news is absent, never
    /// zero.
    Map<Ticker, Sentiment> of(Set<Ticker> tickers, Instant asOf);
}
