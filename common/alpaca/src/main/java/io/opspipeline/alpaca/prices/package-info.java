/// Prices, contracts and the calendar.
///
/// ## Entry points
///
/// [io.opspipeline.alpaca.prices.AlpacaMarketData],
/// [io.opspipeline.alpaca.prices.AlpacaOptionChains],
/// [io.opspipeline.alpaca.prices.AlpacaCalendar].
///
/// ## Invariants
///
/// 1. Every list is read to its last page: the token decides, never the length of a page.
/// 2. One bad symbol never fails the others.
/// 3. A bar that is still running is not shown.
@NullMarked
package io.opspipeline.alpaca.prices;

import org.jspecify.annotations.NullMarked;
