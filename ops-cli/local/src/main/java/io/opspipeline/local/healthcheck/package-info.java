/// Looks every two seconds whether the pipeline is well, and raises alerts where it is not.
///
/// ## Entry points
///
/// [io.opspipeline.local.healthcheck.HealthWatch].
///
/// ## Invariants
///
/// 1. An outage is told once when it begins and once when it ends, however many look.
/// 2. What a service tells itself is not told again.
/// 3. A look that fails does not end the next one.
@NullMarked
package io.opspipeline.local.healthcheck;

import org.jspecify.annotations.NullMarked;
