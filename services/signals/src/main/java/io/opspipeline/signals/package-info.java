/// Turns the newest features into signals to buy, and counts why the rest of the tickers held.
///
/// ## Entry points
///
/// [io.opspipeline.signals.SignalsApplication], [io.opspipeline.signals.SignalsConfiguration] (the
/// map of this service), [io.opspipeline.signals.SignalsJob].
///
/// ## Invariants
///
/// 1. Every active ticker ends each run as a signal or as a counted hold.
/// 2. Signals are announced after they are stored, and only when one of them is new.
/// 3. A setting that is refused stops new signals; what is open still expires.
@NullMarked
package io.opspipeline.signals;

import org.jspecify.annotations.NullMarked;
