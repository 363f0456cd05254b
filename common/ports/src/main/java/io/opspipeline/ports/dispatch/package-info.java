/// The life of (signal, account) rows: fan-out, claim, verdicts, and the reservation of limits.
///
/// ## Entry points
///
/// [io.opspipeline.ports.dispatch.Dispatches].
///
/// ## Invariants
///
/// 1. One row per (signal, account); accounts never take rows from each other.
/// 2. Limits are checked again and reserved in one transaction per account.
@NullMarked
package io.opspipeline.ports.dispatch;

import org.jspecify.annotations.NullMarked;
