/// The score and the stickiness of the watchlist (trading rules, section 7) as pure functions.
///
/// ## Entry points
///
/// [io.opspipeline.watchlist.rules.ScoreRule], [io.opspipeline.watchlist.rules.WatchlistRule].
///
/// ## Invariants
///
/// 1. Every part of a score is 0 to 1; the score is 0 to 100.
/// 2. Ranks are 1, 2, 3, ... by score, then by ticker.
/// 3. A ticker that the universe dropped leaves at once; any other stays its least time.
@NullMarked
package io.opspipeline.watchlist.rules;

import org.jspecify.annotations.NullMarked;
