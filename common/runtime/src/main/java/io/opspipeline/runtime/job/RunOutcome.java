package io.opspipeline.runtime.job;

import io.opspipeline.ports.job.JobResult;

/// How a tick ended.
public sealed interface RunOutcome {

    /// The job ran to its end.
    record Done(JobResult result) implements RunOutcome {}

    /// The job, or what surrounds it, broke.
    ///
    /// @param reason one line
    record Failed(String reason) implements RunOutcome {}

    /// There was nothing to run.
    ///
    /// @param why one line
    record NotRun(String why) implements RunOutcome {}
}
