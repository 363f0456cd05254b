package io.opspipeline.tradestream;

import io.opspipeline.domain.account.Account;
import io.opspipeline.ports.store.Heartbeat;
import io.opspipeline.ports.store.Heartbeats;
import io.opspipeline.runtime.health.HealthMoment;
import io.opspipeline.runtime.health.HealthReading;
import io.opspipeline.runtime.health.HealthSignal;
import io.opspipeline.runtime.job.AccountScope;
import java.time.Duration;
import java.util.Optional;

/// Healthy when the stream of every account gave a sign of life and was compared since it
/// connected.
final class StreamHealth implements HealthSignal {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final AccountScope accounts;
    private final Heartbeats heartbeats;

    StreamHealth(AccountScope accounts, Heartbeats heartbeats) {
        this.accounts = accounts;
        this.heartbeats = heartbeats;
    }

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public HealthReading read(HealthMoment moment) {
        HealthReading worst = HealthReading.silent("no account");
        for (Account account : accounts.served()) {
            HealthReading reading = read(account, moment);
            if (!reading.isGood()) {
                return HealthReading.unhealthy(account.id() + ": " + reading.detail());
            }
            worst = reading;
        }
        return worst;
    }

    private HealthReading read(Account account, HealthMoment moment) {
        Optional<Heartbeat> last =
                heartbeats.latest(AccountStream.SERVICE, Optional.of(account.id()));
        HealthReading lag = moment.lag(last.map(Heartbeat::beatAt), LIMIT);
        boolean isOpen = moment.session().isPresent();
        return lag.isGood() && isOpen && !last.orElseThrow().isReconciled()
                ? HealthReading.unhealthy("not reconciled since it connected")
                : lag;
    }
}
