package io.opspipeline.runtime.service;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.JobSchedule;
import io.opspipeline.runtime.job.AccountScope;
import io.opspipeline.runtime.job.JobHost;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// Starts a job of this process now, at `/actuator/run`, for a caller that shows the process's
/// token. Without a token in `OPS_RUN_TOKEN` there is no such endpoint.
@Endpoint(id = "run")
public final class RunEndpoint {

    private final JobHost host;
    private final AccountScope accounts;
    private final RunToken token;
    private final HttpServletRequest request;

    /// @param request the one that is served when it is asked
    RunEndpoint(JobHost host, AccountScope accounts, RunToken token, HttpServletRequest request) {
        this.host = host;
        this.accounts = accounts;
        this.token = token;
        this.request = request;
    }

    /// Starts it and does not wait for its end. Answers 401 to who does not show the token.
    ///
    /// @param job its label, such as `equity-snapshot`
    /// @param account whose run, for a job that runs per account
    /// @throws IllegalArgumentException naming what does not fit
    @WriteOperation
    public WebEndpointResponse<Requested> run(String job, @Nullable String account) {
        return token.isShownBy(request.getHeader(HttpHeaders.AUTHORIZATION))
                ? new WebEndpointResponse<>(started(job, account))
                : new WebEndpointResponse<>(HttpStatus.UNAUTHORIZED.value());
    }

    private Requested started(String job, @Nullable String account) {
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
