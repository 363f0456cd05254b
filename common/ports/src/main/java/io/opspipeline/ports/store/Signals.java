package io.opspipeline.ports.store;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.domain.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Stored signals, unique on (ticker, bar start).
public interface Signals {

    /// Stores signals; each supersedes the open signal of its ticker. One that exists is left
    /// alone.
    ///
    /// @return how many were new
    int store(List<Signal> signals, Instant at);

    /// Ends open signals whose life is over.
    ///
    /// @return how many ended
    int expire(Instant asOf);

    /// The close of the bar of the last signal of each (ticker, action) since an instant, for the
    /// cooldown; absent when there was none.
    Map<Ticker, Map<Action, Instant>> lastBarEnds(Set<Ticker> tickers, Instant since);

    /// Counts of evaluations that held, by the condition that failed first.
    void recordHolds(Map<String, Integer> tickersByCondition, Instant asOf);

    /// Evaluations that failed a single condition.
    void recordNearMisses(List<NearMiss> misses, Instant at);
}
