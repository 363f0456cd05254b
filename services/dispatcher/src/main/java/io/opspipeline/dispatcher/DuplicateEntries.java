package io.opspipeline.dispatcher;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.ports.dispatch.Dispatches;
import io.opspipeline.runtime.health.HealthMoment;
import io.opspipeline.runtime.health.HealthReading;
import io.opspipeline.runtime.health.HealthSignal;
import io.opspipeline.runtime.job.AccountScope;
import java.time.Instant;

/// Red as soon as one signal of the day was entered twice in one account. Keys and leases make that
/// impossible; this looks whether they do.
final class DuplicateEntries implements HealthSignal {

    private final AccountScope accounts;
    private final Dispatches dispatches;

    DuplicateEntries(AccountScope accounts, Dispatches dispatches) {
        this.accounts = accounts;
        this.dispatches = dispatches;
    }

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public HealthReading read(HealthMoment moment) {
        Instant dayStart = NewYork.startOf(NewYork.dateOf(moment.asOf()));
        for (Account account : accounts.served()) {
            int count = dispatches.duplicates(account.id(), dayStart);
            if (count > 0) {
                return HealthReading.unhealthy(
                        account.id() + ": " + count + " signals entered twice");
            }
        }
        return HealthReading.healthy("0 signals entered twice");
    }
}
