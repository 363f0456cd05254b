/// Jobs, their times, and the tick that starts one.
///
/// ## Entry points
///
/// [io.opspipeline.domain.job.JobSchedule], [io.opspipeline.domain.job.Tick].
///
/// ## Invariants
///
/// 1. `JobSchedule` is the only list of jobs and times.
/// 2. A run reads one time: the tick's `asOf`.
@NullMarked
package io.opspipeline.domain.job;

import org.jspecify.annotations.NullMarked;
