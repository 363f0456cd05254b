/// The decisions of the dispatcher: gates, choice of a contract, size and price, as pure functions.
///
/// ## Entry points
///
/// [io.opspipeline.dispatcher.rules.AccountGateRule],
/// [io.opspipeline.dispatcher.rules.ContractRule], [io.opspipeline.dispatcher.rules.SizingRule],
/// [io.opspipeline.dispatcher.rules.PlanGateRule], [io.opspipeline.dispatcher.rules.LadderRule].
///
/// ## Invariants
///
/// 1. Every gate gives a verdict, whatever another said; a missing input blocks.
/// 2. A size of zero is never forced to one.
/// 3. A limit price is a valid tick and never above 1.03 times the plan price.
@NullMarked
package io.opspipeline.dispatcher.rules;

import org.jspecify.annotations.NullMarked;
