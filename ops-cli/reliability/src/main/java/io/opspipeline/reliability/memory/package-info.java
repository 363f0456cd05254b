/// Stores in memory of what a submit and its recovery touch: fan-out, claims, reservations, orders,
/// the positions that entries make. They keep what PostgreSQL keeps, and the contract tests of this
/// module hold both to it; a million submits can then be tried without a server.
///
/// They live here and not in `common/testkit` because a command of the released tool runs on them,
/// and testkit is on test class paths alone.
///
/// ## Entry points
///
/// [io.opspipeline.reliability.memory.MemoryStores].
///
/// ## Invariants
///
/// 1. A call happens as a whole or not at all, and calls happen one after the other.
/// 2. They hold entries alone: an exit is refused, never half kept.
@NullMarked
package io.opspipeline.reliability.memory;

import org.jspecify.annotations.NullMarked;
