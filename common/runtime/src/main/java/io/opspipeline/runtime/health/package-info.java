/// Whether a service does what it should: red when something is late, and red when it is missing.
///
/// ## Entry points
///
/// [io.opspipeline.runtime.health.HealthSignal], [io.opspipeline.runtime.health.ServiceHealth].
///
/// ## Invariants
///
/// 1. Missing is unhealthy, never an age of zero (incidents 45 and 83).
/// 2. Silence while the market is closed is told apart from silence while it is open.
/// 3. A signal that breaks is unhealthy.
@NullMarked
package io.opspipeline.runtime.health;

import org.jspecify.annotations.NullMarked;
