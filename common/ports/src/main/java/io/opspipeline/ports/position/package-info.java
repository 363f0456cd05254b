/// Held positions with what the exits need to know of them.
///
/// ## Entry points
///
/// [io.opspipeline.ports.position.Positions].
///
/// ## Invariants
///
/// 1. Every query names its account.
/// 2. Quantities change only through the order ledger.
@NullMarked
package io.opspipeline.ports.position;

import org.jspecify.annotations.NullMarked;
