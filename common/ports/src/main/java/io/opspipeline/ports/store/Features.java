package io.opspipeline.ports.store;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.signal.FeatureRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Stored features, unique on (ticker, bar start).
public interface Features {

    /// Stores rows in one batch, overwriting the row of a corrected bar.
    void store(List<FeatureRow> rows, Instant at);

    /// The newest row of each ticker whose bar had closed by an instant; a ticker without one in
    /// the 15 days before is absent.
    Map<Ticker, FeatureRow> latest(Set<Ticker> tickers, Instant asOf);
}
