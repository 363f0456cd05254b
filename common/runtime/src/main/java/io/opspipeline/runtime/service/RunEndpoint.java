package io.opspipeline.runtime.service;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.JobSchedule;
import io.opspipeline.runtime.job.AccountScope;
import io.opspipeline.runtime.job.JobHost;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/// Starts a job of this process now, at `/actuator/run`. It is shown on loopback only, to the
/// supervisor of a run on one machine.
@Endpoint(id = "run")
public final class RunEndpoint {

    private final JobHost host;
    private final AccountScope accounts;

    RunEndpoint(JobHost host, AccountScope accounts) {
        this.host = host;
        this.accounts = accounts;
    }

    /// Starts it and does not wait for its end.
    ///
    /// @param job its label, such as `equity-snapshot`
    /// @param account whose run, for a job that runs per account
    /// @throws IllegalArgumentException naming what does not fit
    @WriteOperation
    public Requested run(String job, @Nullable String account) {
        JobName name = JobName.ofLabel(job);
        if (!host.jobs().contains(name)) {
            throw new IllegalArgumentException("no job " + job + " here");
        }
        Optional<AccountId> id = Optional.ofNullable(account).map(AccountId::new);
        if (JobSchedule.of(name).perAccount() != id.isPresent()) {
            throw new IllegalArgumentException(
                    job + (id.isPresent() ? " does not run per account" : " runs per account"));
        }
        id.filter(given -> accounts.served().stream().map(Account::id).noneMatch(given::equals))
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("unknown account " + unknown);
                });
        return new Requested(host.request(name, id));
    }

    /// What was started.
    ///
    /// @param scheduledFor what its entry in the run ledger is scheduled for, UTC
    public record Requested(Instant scheduledFor) {}
}
