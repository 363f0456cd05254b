/// The data API: bars, quotes and snapshots of stocks and options, with numbers as numbers.
///
/// ## Entry points
///
/// [io.opspipeline.exchange.wire.prices.PriceRoutes].
///
/// ## Invariants
///
/// 1. A bar is shown when the venue's time has reached its end, not before.
/// 2. What the market does not tell (trades, option prices of earlier days) is left out, or stands
///    in as its row says.
@NullMarked
package io.opspipeline.exchange.wire.prices;

import org.jspecify.annotations.NullMarked;
