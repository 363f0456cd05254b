/// Features and the signals made from them.
///
/// ## Entry points
///
/// [io.opspipeline.domain.signal.FeatureRow], [io.opspipeline.domain.signal.Signal].
///
/// ## Invariants
///
/// 1. An absent feature is empty, never zero.
/// 2. A signal carries every input that made it and expires five minutes after its bar closed.
@NullMarked
package io.opspipeline.domain.signal;

import org.jspecify.annotations.NullMarked;
