package io.opspipeline.ports.job;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// The list of runs. It is what makes at-least-once delivery harmless.
public interface RunLedger {

    /// Starts a run; empty when this tick runs or has run already, or failed three times. Only the
    /// owner of a job starts one, and after its last: what is unfinished of earlier ticks has
    /// failed without being told.
    ///
    /// @param at when it starts, UTC
    OptionalLong begin(Tick tick, Instant at);

    /// A run ended well.
    void done(long runId, JobResult result, Instant at);

    /// A run failed.
    ///
    /// @param reason what broke, one line without secrets
    void failed(long runId, String reason, Instant at);

    /// Ends the runs that an owner before this one began and cannot end any more.
    ///
    /// @param at when that was seen, UTC
    /// @return how many there were
    int abandoned(JobName job, Optional<AccountId> account, Instant at);
}
