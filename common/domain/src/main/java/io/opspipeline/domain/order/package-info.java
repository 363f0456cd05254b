/// Orders: identity, request, the broker's updates and the state machine that joins them.
///
/// ## Entry points
///
/// [io.opspipeline.domain.order.OrderRequest], [io.opspipeline.domain.order.Order],
/// [io.opspipeline.domain.order.OrderMachine]; [io.opspipeline.domain.order.SpreadRequest] for
/// several legs at once.
///
/// ## Invariants
///
/// 1. A client order id is a pure function of natural keys.
/// 2. The state machine is total: any update in any state gives a defined result.
/// 3. The filled quantity never falls, and an ended order never works again.
@NullMarked
package io.opspipeline.domain.order;

import org.jspecify.annotations.NullMarked;
