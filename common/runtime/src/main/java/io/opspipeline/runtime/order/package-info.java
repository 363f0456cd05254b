/// What dispatcher and position manager both do with an order that is out: end it for certain, and
/// find out what became of it.
///
/// ## Entry points
///
/// [io.opspipeline.runtime.order.CancelConfirmation],
/// [io.opspipeline.runtime.order.DoubtSettlement].
///
/// ## Invariants
///
/// 1. Nothing here sends an order.
/// 2. Whatever breaks, an order is looked at again until its end is known.
/// 3. An order is looked at by one wait and one search at most; the last to ask hears of its end.
@NullMarked
package io.opspipeline.runtime.order;

import org.jspecify.annotations.NullMarked;
