package io.opspipeline.ports.job;

import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;

/// A job reads as load, decide, commit.
public interface Job {

    /// Which job this is.
    JobName name();

    /// Runs once. Throwing fails the run and nothing else.
    JobResult run(Tick tick);
}
