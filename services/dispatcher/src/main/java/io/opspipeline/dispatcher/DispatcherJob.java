package io.opspipeline.dispatcher;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.dispatch.ClaimedDispatch;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.ports.dispatch.Dispatches;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.runtime.log.LogContext;
import java.time.Duration;
import java.util.List;

/// Takes the account's new signals and brings each to its disposition or its first order.
final class DispatcherJob implements Job {

    private final Accounts accounts;
    private final Dispatches dispatches;
    private final EntryInputsLoader inputs;
    private final EntryAttempt attempt;
    private final EntryRecovery recovery;
    private final Duration claimLife;

    DispatcherJob(
            Accounts accounts,
            Dispatches dispatches,
            EntryInputsLoader inputs,
            EntryAttempt attempt,
            EntryRecovery recovery,
            Duration claimLife) {
        this.accounts = accounts;
        this.dispatches = dispatches;
        this.inputs = inputs;
        this.attempt = attempt;
        this.recovery = recovery;
        this.claimLife = claimLife;
    }

    @Override
    public JobName name() {
        return JobName.DISPATCHER;
    }

    @Override
    public JobResult run(Tick tick) {
        AccountId id = tick.account().orElseThrow();
        Account account =
                accounts.find(id)
                        .orElseThrow(() ->
                                new IllegalStateException("account " + id + " is not registered"));
        recovery.run(id, NewYork.startOf(NewYork.dateOf(tick.asOf())));
        int added = dispatches.fanOut(id, tick.asOf());
        List<ClaimedDispatch> claimed = dispatches.claim(id, tick.asOf(), claimLife);
        if (claimed.isEmpty()) {
            return new JobResult(0, 0, added + " new");
        }
        AccountPicture picture = inputs.picture(account, tick.asOf());
        for (ClaimedDispatch dispatch : claimed) {
            try (var _ = LogContext.of(id).signal(dispatch.signal().id()).open()) {
                attempt.make(dispatch, picture);
            }
        }
        return new JobResult(claimed.size(), claimed.size(), added + " new");
    }
}
