/// The shell around a service: its command line, its settings, its Spring context, its start and
/// end.
///
/// ## Entry points
///
/// [io.opspipeline.runtime.service.OpsService] on an application class,
/// [io.opspipeline.runtime.service.ServiceLauncher], [io.opspipeline.runtime.service.Lockstep].
///
/// ## Invariants
///
/// 1. A process whose mode, account or settings are wrong or missing ends with exit code 2 and one
///    line that says why, before any job runs.
/// 2. A mode is a Spring profile that chooses adapters; no code asks for it.
/// 3. In lockstep clock, timers, wake-ups and frame counts are those of the one [Lockstep].
@NullMarked
package io.opspipeline.runtime.service;

import org.jspecify.annotations.NullMarked;
