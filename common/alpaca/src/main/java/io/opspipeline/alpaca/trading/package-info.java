/// The trading API: orders, books, calendar.
///
/// ## Entry points
///
/// [io.opspipeline.alpaca.trading.AlpacaOrderEntry], [io.opspipeline.alpaca.trading.AlpacaBooks],
/// [io.opspipeline.alpaca.trading.AlpacaCalendar].
///
/// ## Invariants
///
/// 1. An order is sent once; what cannot be read is in doubt.
@NullMarked
package io.opspipeline.alpaca.trading;

import org.jspecify.annotations.NullMarked;
