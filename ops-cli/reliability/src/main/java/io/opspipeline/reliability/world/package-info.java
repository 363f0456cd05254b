/// The services that trade, the exchange and a database in one JVM on one virtual clock, without a
/// container: a world that is made in a fraction of a second, and whose processes can be killed at
/// any moment.
///
/// ## Entry points
///
/// [io.opspipeline.reliability.world.World].
///
/// ## Invariants
///
/// 1. Services are the real ones over the real adapters, and speak with the exchange over its wire.
/// 2. A killed process has no effect any more: no commit, no request, no timer.
@NullMarked
package io.opspipeline.reliability.world;

import org.jspecify.annotations.NullMarked;
