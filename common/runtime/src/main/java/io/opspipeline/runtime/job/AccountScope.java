package io.opspipeline.runtime.job;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.JobSchedule;
import io.opspipeline.ports.store.Accounts;
import java.util.List;
import java.util.Optional;

/// The accounts that a process serves. They are read anew for every tick, so that a new account
/// needs a row and no restart; a disabled one is served too, because its exits go on.
///
/// @param accounts every account
/// @param only the one account to serve; empty for all
public record AccountScope(Accounts accounts, Optional<AccountId> only) {

    /// The accounts to serve now, by id.
    public List<Account> served() {
        return accounts.all().stream()
                .filter(account -> only.isEmpty() || only.get().equals(account.id()))
                .toList();
    }

    /// Those a job runs for: each account served, or nobody in particular.
    List<Optional<Account>> owners(JobName job) {
        return JobSchedule.of(job).perAccount()
                ? served().stream().map(Optional::of).toList()
                : List.of(Optional.empty());
    }
}
