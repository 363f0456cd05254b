package io.opspipeline.ports.store;

import io.opspipeline.domain.instrument.Ticker;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The names worth watching, ranked (trading rules, section 7). A rank orders candidates, it blocks
/// none.
public interface Watchlist {

    /// The names on the list now, by rank.
    List<WatchlistRow> current();

    /// Makes the list be exactly these rows, in one transaction, and notes who entered and left. A
    /// name that stays keeps the time it entered at, whatever its row says.
    ///
    /// @param rows with ranks that are dense and unique; empty clears the list
    void replace(List<WatchlistRow> rows, Instant at);

    /// Trades of each ticker that ended in [since, asOf], of all accounts; a ticker without any is
    /// absent. Reconciled ones are out of statistics.
    Map<Ticker, TradeRecord> trades(Set<Ticker> tickers, Instant since, Instant asOf);
}
