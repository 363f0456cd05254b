/// Orders, their events, and the dispatches they belong to: the transactional heart.
///
/// ## Entry points
///
/// [io.opspipeline.persistence.order.PostgresOrderLedger].
///
/// ## Invariants
///
/// 1. Rows are locked in one order everywhere: orders, then the dispatch, then the position.
/// 2. News of the broker is stored once; told again it changes nothing.
/// 3. A dispatch moves only as [io.opspipeline.domain.dispatch.DispatchStatus] allows. A fill that
///    comes after its end is booked and noted, and the status stays.
/// 4. An entry never asks for more than its plan, an exit never for more than is held.
@NullMarked
package io.opspipeline.persistence.order;

import org.jspecify.annotations.NullMarked;
