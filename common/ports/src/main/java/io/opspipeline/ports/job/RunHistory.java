package io.opspipeline.ports.job;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.JobName;
import java.time.Instant;
import java.util.Optional;

/// What the run ledger knows of the past; health reads it.
public interface RunHistory {

    /// The newest run that ended well, whichever process ran it; empty when there never was one.
    Optional<LastRun> lastDone(JobName job, Optional<AccountId> account);

    /// When the oldest run began that has not ended, whichever process runs it; empty when all
    /// have.
    Optional<Instant> unfinishedSince(JobName job, Optional<AccountId> account);
}
