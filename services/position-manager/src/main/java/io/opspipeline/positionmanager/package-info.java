/// Watches what is held and closes it: quotes every five seconds, one evaluator of exits, one
/// closing order at a time, and the breakers that stop entries.
///
/// ## Entry points
///
/// [io.opspipeline.positionmanager.PositionManagerApplication],
/// [io.opspipeline.positionmanager.PositionManagerService] (how it is put together),
/// [io.opspipeline.positionmanager.ExitDesk] (one account's evaluation),
/// [io.opspipeline.positionmanager.ClosingDesk] (its closing orders).
///
/// ## Invariants
///
/// 1. A position has at most one closing order at work, and no order sells more than is held.
/// 2. An order is committed before it is sent, and never sent blindly twice.
/// 3. A position that is CLOSING has an order at work or a timer that will send one.
/// 4. Nothing here knows how to buy.
@NullMarked
package io.opspipeline.positionmanager;

import org.jspecify.annotations.NullMarked;
