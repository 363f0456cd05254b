/// Markets that were recorded: bars from CSV files, bars and quotes from LEAN's zip files.
///
/// ## Entry points
///
/// [io.opspipeline.exchange.market.recorded.RecordedMarkets].
///
/// ## Invariants
///
/// 1. A file or row that cannot be read stops the import and is named.
/// 2. Where a day has no option quotes, its chains are generated around the bars, and the market's
///    mode says so.
/// 3. A minute quote shows its open pair until second 29 and its close pair from second 30.
/// 4. Before a stock's first bar of the session its price is the last one before the session; only
///    where there is none, the first bar's open.
/// 5. Nothing is quoted before the open, and the last quote of the session stays.
@NullMarked
package io.opspipeline.exchange.market.recorded;

import org.jspecify.annotations.NullMarked;
