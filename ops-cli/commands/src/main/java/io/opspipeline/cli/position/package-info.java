/// The `positions` command: what is held, what it is worth, and which exit is nearest.
///
/// ## Entry points
///
/// [io.opspipeline.cli.position.PositionsCommand], and [io.opspipeline.cli.position.HeldReader] for
/// those who show the same.
///
/// ## Invariants
///
/// 1. A mark is shown with its age; a position without one has no profit, not zero.
@NullMarked
package io.opspipeline.cli.position;

import org.jspecify.annotations.NullMarked;
