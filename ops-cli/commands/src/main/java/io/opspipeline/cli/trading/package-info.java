/// The commands that say what accounts may do: `halt`, `resume`, `flatten`, `mode`.
///
/// ## Entry points
///
/// [io.opspipeline.cli.trading.HaltCommand], [io.opspipeline.cli.trading.ResumeCommand],
/// [io.opspipeline.cli.trading.FlattenCommand], [io.opspipeline.cli.trading.ModeCommand].
///
/// ## Invariants
///
/// 1. An order for several accounts is given to all of them or to none.
/// 2. No order ends the pause after the day's loss.
/// 3. Nothing is flattened without a yes.
@NullMarked
package io.opspipeline.cli.trading;

import org.jspecify.annotations.NullMarked;
