package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.Account;
import io.opspipeline.ports.store.Heartbeat;
import io.opspipeline.ports.store.Heartbeats;
import io.opspipeline.runtime.health.HealthMoment;
import io.opspipeline.runtime.health.HealthReading;
import io.opspipeline.runtime.health.HealthSignal;
import io.opspipeline.runtime.job.AccountScope;
import java.time.Duration;
import java.util.Optional;

/// Healthy when every account was evaluated in the last two minutes of the session; tells how often
/// each exit fired.
final class ExitHealth implements HealthSignal {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final AccountScope accounts;
    private final Heartbeats heartbeats;
    private final Firings firings;

    ExitHealth(AccountScope accounts, Heartbeats heartbeats, Firings firings) {
        this.accounts = accounts;
        this.heartbeats = heartbeats;
        this.firings = firings;
    }

    @Override
    public String name() {
        return "exits";
    }

    @Override
    public HealthReading read(HealthMoment moment) {
        HealthReading reading = HealthReading.silent("no account");
        for (Account account : accounts.served()) {
            reading = read(account, moment);
            if (!reading.isGood()) {
                return HealthReading.unhealthy(account.id() + ": " + reading.detail());
            }
        }
        return new HealthReading(reading.state(), reading.detail() + ", fired " + firings.counts());
    }

    private HealthReading read(Account account, HealthMoment moment) {
        Optional<Heartbeat> last = heartbeats.latest(ExitDesk.SERVICE, Optional.of(account.id()));
        return moment.lag(last.map(Heartbeat::beatAt), LIMIT);
    }
}
