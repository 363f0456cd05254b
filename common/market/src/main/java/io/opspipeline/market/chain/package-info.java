/// The parts of an option contract's score, 0 to 100 in all (trading rules, section 8).
///
/// ## Entry points
///
/// [io.opspipeline.market.chain.ContractScore].
///
/// ## Invariants
///
/// 1. Spread gives at most 40, volume 30, delta 20, strike 10.
@NullMarked
package io.opspipeline.market.chain;

import org.jspecify.annotations.NullMarked;
