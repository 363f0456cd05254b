/// What a service offers the runtime (jobs) and what the runtime offers it (runs, leases,
/// wake-ups).
@NullMarked
package io.opspipeline.ports.job;

import org.jspecify.annotations.NullMarked;
