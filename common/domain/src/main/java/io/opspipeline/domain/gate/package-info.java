/// Verdicts of the gates between a signal and an order.
///
/// ## Entry points
///
/// [io.opspipeline.domain.gate.GateVerdict], [io.opspipeline.domain.gate.SkipCode].
///
/// ## Invariants
///
/// 1. Every gate is evaluated and stored; none ends the evaluation of another.
/// 2. A gate that lacks an input fails.
@NullMarked
package io.opspipeline.domain.gate;

import org.jspecify.annotations.NullMarked;
