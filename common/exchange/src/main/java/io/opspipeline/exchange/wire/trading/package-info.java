/// The trading API: account, orders, positions, contracts, assets and calendar, with numbers as
/// text.
///
/// ## Entry points
///
/// [io.opspipeline.exchange.wire.trading.TradingRoutes];
/// [io.opspipeline.exchange.wire.trading.OrderRow] and
/// [io.opspipeline.exchange.wire.trading.TradeUpdateRow] also serve the stream.
///
/// ## Invariants
///
/// 1. An account sees its own orders and positions only.
/// 2. What cannot be read is refused here; what can be read is judged by the venue.
@NullMarked
package io.opspipeline.exchange.wire.trading;

import org.jspecify.annotations.NullMarked;
