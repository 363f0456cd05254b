/// The names worth watching, with the parts of their scores.
///
/// ## Entry points
///
/// [io.opspipeline.persistence.watchlist.PostgresWatchlist].
///
/// ## Invariants
///
/// 1. The list is replaced whole, in one transaction.
/// 2. Who entered and who left is noted with the time, once.
@NullMarked
package io.opspipeline.persistence.watchlist;

import org.jspecify.annotations.NullMarked;
