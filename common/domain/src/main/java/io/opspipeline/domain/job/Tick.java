package io.opspipeline.domain.job;

import io.opspipeline.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/// The start of one run. A run is unique on (job, account, cause, scheduledFor).
///
/// @param job the job
/// @param account the account, for a job that runs per account
/// @param cause schedule or wake-up
/// @param scheduledFor identity only; no rule reads it
/// @param asOf the one time that the run's rules read, UTC
public record Tick(
        JobName job,
        Optional<AccountId> account,
        Cause cause,
        Instant scheduledFor,
        Instant asOf) {}
