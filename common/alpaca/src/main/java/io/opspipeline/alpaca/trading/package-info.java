/// Orders, and the books that tell what became of them.
///
/// ## Entry points
///
/// [io.opspipeline.alpaca.trading.AlpacaOrderEntry], [io.opspipeline.alpaca.trading.AlpacaBooks].
///
/// ## Invariants
///
/// 1. A submitted order goes out once, with the credentials of its account.
/// 2. What cannot be read is in doubt; it is never taken for a yes or a no.
/// 3. Only the broker's own word makes an order unknown; any other 404 makes the books unavailable.
/// 4. A position of ours that cannot be read makes the books unavailable: a missing row would look
///    like a closed position.
@NullMarked
package io.opspipeline.alpaca.trading;

import org.jspecify.annotations.NullMarked;
