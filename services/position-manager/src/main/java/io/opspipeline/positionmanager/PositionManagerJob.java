package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.ports.store.Accounts;
import java.util.Optional;

/// Each minute, and whenever an order was filled: the account is evaluated, and from then on by
/// itself while anything is held.
final class PositionManagerJob implements Job {

    private final Accounts accounts;
    private final ExitDesks desks;

    PositionManagerJob(Accounts accounts, ExitDesks desks) {
        this.accounts = accounts;
        this.desks = desks;
    }

    @Override
    public JobName name() {
        return JobName.POSITION_MANAGER;
    }

    @Override
    public void taken(Optional<AccountId> account) {
        account.ifPresent(desks::take);
    }

    /// Plans nothing more: the orders that are out are the next owner's.
    @Override
    public void released(Optional<AccountId> account) {
        account.ifPresent(desks::letGo);
    }

    @Override
    public JobResult run(Tick tick) {
        AccountId id = tick.account().orElseThrow();
        Account account = accounts.require(id);
        return JobResult.of(desks.evaluate(account));
    }
}
