package io.opspipeline.ports.job;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import java.util.Optional;

/// A job reads as load, decide, commit.
public interface Job {

    /// Which job this is.
    JobName name();

    /// Runs once. Throwing fails the run and nothing else.
    JobResult run(Tick tick);

    /// This process owns the job from now on: opens what only the owner may have open. No run
    /// begins before it has returned.
    ///
    /// @param account empty for a job that does not run per account
    default void taken(Optional<AccountId> account) {}

    /// This process does not own the job any more, or gives it back: closes what the owner had open
    /// and plans nothing more. A run may still be under way; it is told again when that has ended,
    /// if the job is still not ours.
    ///
    /// @param account empty for a job that does not run per account
    default void released(Optional<AccountId> account) {}
}
