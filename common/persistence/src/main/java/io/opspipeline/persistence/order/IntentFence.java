package io.opspipeline.persistence.order;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.persistence.sql.Database;

/// Keeps a process that does not own a job any more from committing intents of that job. The
/// partitioned owner is the case in point: it lost its lease, another process has it, and its own
/// timers go on.
@FunctionalInterface
public interface IntentFence {

    /// Lets everybody commit, for one process alone.
    IntentFence NONE = (_, _, _) -> {};

    /// Takes part in the transaction of the intent, and keeps the job from changing hands until it
    /// ends.
    ///
    /// @throws NotOwnerException when another process owns the job
    void require(Database database, JobName job, AccountId account);
}
