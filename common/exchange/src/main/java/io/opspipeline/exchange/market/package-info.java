/// The market behind the simulated exchange: prices as a function of time, recorded or generated.
///
/// ## Entry points
///
/// [io.opspipeline.exchange.market.Market].
///
/// ## Invariants
///
/// 1. The same market asked twice for the same instant answers the same.
/// 2. Nothing later than the instant asked for can be seen in an answer.
/// 3. What is generated is marked as generated.
@NullMarked
package io.opspipeline.exchange.market;

import org.jspecify.annotations.NullMarked;
