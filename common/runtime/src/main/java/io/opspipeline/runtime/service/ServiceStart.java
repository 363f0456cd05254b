package io.opspipeline.runtime.service;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.Cause;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.JobSchedule;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.ports.job.WakeUpSource;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.ports.store.Schema;
import io.opspipeline.runtime.build.BuildId;
import io.opspipeline.runtime.job.AccountScope;
import io.opspipeline.runtime.job.JobDirectory;
import io.opspipeline.runtime.job.JobRunner;
import io.opspipeline.runtime.job.LeaseWatch;
import io.opspipeline.runtime.job.RunOutcome;
import io.opspipeline.runtime.job.WakeUpRouter;
import io.opspipeline.runtime.log.LogContext;
import io.opspipeline.runtime.setting.SettingsException;
import io.opspipeline.runtime.time.Pace;
import io.opspipeline.runtime.time.RealPause;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happens once a service's context stands: tables and accounts are checked, and its jobs
/// begin.
final class ServiceStart {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceStart.class);

    private final RunningService running;
    private final ServiceArguments arguments;

    ServiceStart(RunningService running, ServiceArguments arguments) {
        this.running = running;
        this.arguments = arguments;
    }

    /// Runs every job by its schedule and wake-ups from now on.
    ///
    /// @throws SettingsException when an account is missing or unknown
    void walk() {
        try (var _ = LogContext.empty().service(running.name()).open()) {
            new PatientStart(new RealPause(Pace.REAL)).until(this::checkStore);
            running.provider(SettingsReload.class).ifAvailable(SettingsReload::start);
            running.bean(JobDirectory.class).register(running.host());
            running.provider(WakeUpSource.class)
                    .ifAvailable(source -> source.subscribe(running.bean(WakeUpRouter.class)));
            running.host().walk();
            lookAfterLeases();
            LOG.info(
                    "{} runs: mode {}, build {}, jobs {}, accounts {}",
                    running.name(),
                    arguments.mode(),
                    running.bean(BuildId.class),
                    labels(),
                    served());
        }
    }

    /// Runs one job now, once.
    ///
    /// @throws SettingsException when the service lacks the job, or the account is not right for it
    ExitCode runOnce(JobName job) {
        checkStore();
        checkJob(job);
        running.provider(SettingsReload.class).ifAvailable(SettingsReload::start);
        Instant now = running.bean(Clock.class).instant();
        var tick = new Tick(job, arguments.account(), Cause.SCHEDULE, now, now);
        RunOutcome outcome = running.bean(JobRunner.class).run(tick);
        LOG.info("{} as of {}: {}", job.label(), now, outcome);
        return outcome instanceof RunOutcome.Done ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void lookAfterLeases() {
        var watch = running.provider(LeaseWatch.class).getIfAvailable();
        if (watch == null) {
            running.host().takeLeases();
        } else {
            watch.start();
        }
    }

    /// Code that came before its migration waits for it, and makes no run that can only fail.
    private void checkStore() {
        running.provider(Schema.class).ifAvailable(Schema::requireCurrent);
        checkAccounts();
    }

    private void checkAccounts() {
        if (arguments.account().isPresent() && served().isEmpty()) {
            throw new SettingsException(
                    "unknown account '%s'; registered: %s"
                            .formatted(arguments.account().get(), registered()));
        }
        if (served().isEmpty()
                && running.host().jobs().stream().anyMatch(ServiceStart::isPerAccount)) {
            throw new SettingsException(
                    running.name() + " runs per account, and no account is registered");
        }
    }

    private void checkJob(JobName job) {
        if (!running.host().jobs().contains(job)) {
            throw new SettingsException(
                    "%s has no job '%s'; it has %s"
                            .formatted(running.name(), job.label(), labels()));
        }
        if (isPerAccount(job) && arguments.account().isEmpty()) {
            throw new SettingsException(
                    "job %s runs per account; give --account, one of %s"
                            .formatted(job.label(), registered()));
        }
        if (!isPerAccount(job) && arguments.account().isPresent()) {
            throw new SettingsException("job %s does not run per account".formatted(job.label()));
        }
    }

    private static boolean isPerAccount(JobName job) {
        return JobSchedule.of(job).perAccount();
    }

    private List<String> labels() {
        return running.host().jobs().stream().sorted().map(JobName::label).toList();
    }

    private List<AccountId> served() {
        return running.bean(AccountScope.class).served().stream().map(Account::id).toList();
    }

    private List<AccountId> registered() {
        return running.bean(Accounts.class).all().stream().map(Account::id).toList();
    }
}
