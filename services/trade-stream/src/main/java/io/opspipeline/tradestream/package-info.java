/// Follows the broker's order events of each account, and keeps our books like the broker's.
///
/// ## Entry points
///
/// [io.opspipeline.tradestream.TradeStreamApplication],
/// [io.opspipeline.tradestream.TradeStreamService] (how it is put together),
/// [io.opspipeline.tradestream.TradeStreamJob] (streams and the comparison of each minute),
/// [io.opspipeline.tradestream.AccountStream] (one stream).
///
/// ## Invariants
///
/// 1. Every event goes through the order ledger, once or many times, with the same effect.
/// 2. A stream that connected is not ready before the books were compared.
/// 3. Nothing here can send or cancel an order.
@NullMarked
package io.opspipeline.tradestream;

import org.jspecify.annotations.NullMarked;
