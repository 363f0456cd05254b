/// Runs jobs: on their schedule, when rows wake them, once per tick, one at a time.
///
/// ## Entry points
///
/// [io.opspipeline.runtime.job.JobHost] for a service, [io.opspipeline.runtime.job.JobDirectory]
/// for the driver of several.
///
/// ## Invariants
///
/// 1. Two runs of one (job, account) never overlap: not in this process (its lane), not in another
///    (its lease).
/// 2. A tick runs at most once per attempt, by the run ledger; at most three attempts, while it is
///    younger than one period.
/// 3. Missed ticks collapse to one; a tick older than one period is dropped.
/// 4. Whatever a job throws fails that run and nothing else.
/// 5. No run begins once its job was let go, and none leaves anything open that began before.
@NullMarked
package io.opspipeline.runtime.job;

import org.jspecify.annotations.NullMarked;
