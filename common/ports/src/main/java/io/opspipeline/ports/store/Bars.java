package io.opspipeline.ports.store;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.StoredBar;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Stored minute bars, unique on (ticker, start).
public interface Bars {

    /// Stores bars in one batch; one that exists is overwritten by a correction or a different
    /// value.
    ///
    /// @return how many rows were new or changed
    int store(List<StoredBar> bars, Instant at);

    /// Bars that start in [from, to), by ticker and time.
    Map<Ticker, List<Bar>> between(Set<Ticker> tickers, Instant from, Instant to);

    /// The newest bar of each ticker that starts before an instant; a ticker without one in the 15
    /// days before is absent.
    Map<Ticker, Bar> latestBefore(Set<Ticker> tickers, Instant before);

    /// The newest bar of a ticker that starts before an instant.
    default Optional<Bar> latestBefore(Ticker ticker, Instant before) {
        return Optional.ofNullable(latestBefore(Set.of(ticker), before).get(ticker));
    }

    /// Minutes known to have no bar, so that they are not asked for again.
    void recordGaps(Map<Ticker, List<Instant>> starts, GapReason reason, Instant at);

    /// Minutes in [from, to) recorded as having no bar.
    Map<Ticker, Set<Instant>> gaps(Set<Ticker> tickers, Instant from, Instant to);

    /// Why a minute has no bar.
    enum GapReason {
        /// Nobody traded.
        NO_TRADES,
        /// The source has nothing that far back.
        SOURCE_UNAVAILABLE
    }
}
