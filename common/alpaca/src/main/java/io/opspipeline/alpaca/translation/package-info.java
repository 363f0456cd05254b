/// Alpaca's rows in our words.
///
/// ## Entry points
///
/// One class for each kind of row: [io.opspipeline.alpaca.translation.OrderRow],
/// [io.opspipeline.alpaca.translation.PositionRow], [io.opspipeline.alpaca.translation.AccountRow],
/// [io.opspipeline.alpaca.translation.QuoteRow], [io.opspipeline.alpaca.translation.BarRow],
/// [io.opspipeline.alpaca.translation.ContractRow], [io.opspipeline.alpaca.translation.SessionRow].
///
/// ## Invariants
///
/// 1. What cannot be said in our words is `Unreadable` with a reason, never a value made up.
/// 2. A word of Alpaca's that we do not know is `UNKNOWN`, and logged with the raw row.
@NullMarked
package io.opspipeline.alpaca.translation;

import org.jspecify.annotations.NullMarked;
