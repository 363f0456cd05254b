/// Scores the active tickers and keeps the list of those worth watching.
///
/// ## Entry points
///
/// [io.opspipeline.watchlist.WatchlistApplication],
/// [io.opspipeline.watchlist.WatchlistConfiguration] (the map of this service),
/// [io.opspipeline.watchlist.WatchlistJob].
///
/// ## Invariants
///
/// 1. The list is replaced as a whole, in one transaction.
/// 2. A rank orders candidates, it blocks none.
@NullMarked
package io.opspipeline.watchlist;

import org.jspecify.annotations.NullMarked;
