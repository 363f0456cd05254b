/// The decisions of the position manager: which exit fires, at what price it closes, and when an
/// account stops entering, as pure functions.
///
/// ## Entry points
///
/// [io.opspipeline.positionmanager.rules.ExitRule],
/// [io.opspipeline.positionmanager.rules.MarkRule],
/// [io.opspipeline.positionmanager.rules.ClosingLadderRule],
/// [io.opspipeline.positionmanager.rules.BreakerRule],
/// [io.opspipeline.positionmanager.rules.SurvivalRule].
///
/// ## Invariants
///
/// 1. There is one evaluator, and of all exits that fire the first of the table wins.
/// 2. A price rule needs its condition over two sightings; a price that was not sighted is absent,
///    never zero.
/// 3. Nothing closes more than is held.
@NullMarked
package io.opspipeline.positionmanager.rules;

import org.jspecify.annotations.NullMarked;
