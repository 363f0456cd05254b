/// The life of one signal in one account.
///
/// ## Entry points
///
/// [io.opspipeline.domain.dispatch.DispatchStatus].
///
/// ## Invariants
///
/// 1. Only the listed transitions are legal.
/// 2. A terminal status has a reason and a time.
@NullMarked
package io.opspipeline.domain.dispatch;

import org.jspecify.annotations.NullMarked;
