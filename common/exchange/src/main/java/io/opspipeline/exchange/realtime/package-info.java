/// An exchange whose time runs by itself, for services in processes of their own.
///
/// ## Entry points
///
/// [io.opspipeline.exchange.realtime.RealTimeDriver].
///
/// ## Invariants
///
/// 1. The venue is never ahead of the clock, and at most a moment behind it.
/// 2. A minute's bars go out once, a second after the minute, in order.
@NullMarked
package io.opspipeline.exchange.realtime;

import org.jspecify.annotations.NullMarked;
