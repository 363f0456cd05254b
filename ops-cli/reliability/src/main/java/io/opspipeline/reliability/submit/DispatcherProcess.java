package io.opspipeline.reliability.submit;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.dispatcher.DispatcherService;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.Cause;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.ports.job.Job;
import io.opspipeline.reliability.world.Mortality;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The dispatcher of one account, from its start to its death.
final class DispatcherProcess {

    private final AccountId account;
    private final Mortality mortality;
    private final AlpacaClients alpaca;
    private final Job job;
    private final InstantSource clock;

    /// @param alpaca its own; closed when it is buried
    /// @param service over ports that are guarded by its mortality
    /// @param clock the world's
    DispatcherProcess(
            AccountId account,
            Mortality mortality,
            AlpacaClients alpaca,
            DispatcherService service,
            InstantSource clock) {
        this.account = account;
        this.mortality = mortality;
        this.alpaca = alpaca;
        this.clock = clock;
        job = service.jobs().getFirst();
    }

    /// Runs its job now, unless it is dead.
    void run() {
        if (!mortality.isDead()) {
            Instant now = clock.instant();
            job.run(new Tick(JobName.DISPATCHER, Optional.of(account), Cause.SCHEDULE, now, now));
        }
    }

    /// Ends its connections, as the operating system does.
    void bury() {
        alpaca.close();
    }
}
