/// What an option is worth and how that moves, as the exchange computes it.
///
/// ## Entry points
///
/// [io.opspipeline.exchange.market.theory.Black],
/// [io.opspipeline.exchange.market.theory.FeedGreeks].
///
/// ## Invariants
///
/// 1. Logarithms and exponentials are strict: the same figures on every platform.
/// 2. The rate is zero.
@NullMarked
package io.opspipeline.exchange.market.theory;

import org.jspecify.annotations.NullMarked;
