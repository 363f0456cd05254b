/// The signal rule (trading rules, section 6) as pure functions.
///
/// ## Entry points
///
/// [io.opspipeline.signals.rules.SignalRule], [io.opspipeline.signals.rules.ConfidenceRule].
///
/// ## Invariants
///
/// 1. A hold names the first condition that failed, in the order of [HoldCondition].
/// 2. Confidence is 0 to 1; opposed sentiment never raises it.
/// 3. An absent input holds; it is never read as zero.
@NullMarked
package io.opspipeline.signals.rules;

import org.jspecify.annotations.NullMarked;
