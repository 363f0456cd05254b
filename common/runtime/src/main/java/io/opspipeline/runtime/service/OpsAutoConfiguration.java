package io.opspipeline.runtime.service;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.job.Leases;
import io.opspipeline.ports.job.RunHistory;
import io.opspipeline.ports.job.RunLedger;
import io.opspipeline.ports.setting.SettingsReads;
import io.opspipeline.ports.setting.SettingsStore;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.ports.store.Provenance;
import io.opspipeline.ports.time.Pause;
import io.opspipeline.ports.time.StreamFrames;
import io.opspipeline.ports.time.Timers;
import io.opspipeline.runtime.build.BuildId;
import io.opspipeline.runtime.health.HealthSignal;
import io.opspipeline.runtime.health.ServiceHealth;
import io.opspipeline.runtime.health.ServiceHealthIndicator;
import io.opspipeline.runtime.job.AccountScope;
import io.opspipeline.runtime.job.JobAges;
import io.opspipeline.runtime.job.JobDirectory;
import io.opspipeline.runtime.job.JobHost;
import io.opspipeline.runtime.job.JobRunner;
import io.opspipeline.runtime.job.LeaseWatch;
import io.opspipeline.runtime.job.UnfinishedRuns;
import io.opspipeline.runtime.job.WakeUpRouter;
import io.opspipeline.runtime.log.Secret;
import io.opspipeline.runtime.setting.CurrentSettings;
import io.opspipeline.runtime.time.Pace;
import io.opspipeline.runtime.time.RealPause;
import io.opspipeline.runtime.time.RealTimers;
import io.opspipeline.runtime.time.VirtualTime;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/// What every service gets from the runtime. In lockstep the shared beans are there first and take
/// the place of those made here; the adapters of the ports come from the service's own
/// configuration.
@AutoConfiguration
class OpsAutoConfiguration {

    /// The machine's clock, or that of a simulated exchange ([ProcessClock]).
    @Bean
    @ConditionalOnMissingBean
    Clock clock(Environment environment, Provenance written) {
        return ProcessClock.of(environment, written.mode());
    }

    @Bean
    @ConditionalOnMissingBean
    Pace pace(Clock clock) {
        return clock instanceof Pace own ? own : Pace.REAL;
    }

    @Bean
    @ConditionalOnMissingBean
    Timers timers(Clock clock, Pace pace) {
        return new RealTimers(clock, pace);
    }

    @Bean
    @ConditionalOnMissingBean
    Pause pause(Pace pace) {
        return new RealPause(pace);
    }

    @Bean
    @ConditionalOnMissingBean
    StreamFrames streamFrames() {
        return StreamFrames.UNCOUNTED;
    }

    @Bean
    @ConditionalOnMissingBean
    SessionCalendar sessionCalendar() {
        return SessionCalendar.nyse();
    }

    @Bean
    @ConditionalOnMissingBean
    BuildId buildId() {
        return BuildId.current();
    }

    @Bean
    @ConditionalOnMissingBean
    JobDirectory jobDirectory() {
        return new JobDirectory();
    }

    @Bean
    @ConditionalOnMissingBean
    WakeUpRouter wakeUpRouter(JobDirectory directory, Timers timers, Clock clock) {
        return new WakeUpRouter(directory, timers, clock);
    }

    @Bean
    AccountScope accountScope(ServiceScope service, Accounts accounts) {
        return new AccountScope(accounts, service.onlyAccount());
    }

    @Bean
    JobRunner jobRunner(
            ServiceScope service, List<Job> jobs, RunLedger ledger, Leases leases, Clock clock) {
        return new JobRunner(service.name(), jobs, ledger, leases, clock);
    }

    @Bean
    JobHost jobHost(
            JobRunner runner,
            AccountScope accounts,
            SessionCalendar calendar,
            Timers timers,
            Clock clock) {
        return new JobHost(runner, accounts, calendar, timers, clock);
    }

    /// Real time only: in lockstep the leases are taken as the services start.
    @Bean
    @ConditionalOnMissingBean({LeaseWatch.class, VirtualTime.class})
    LeaseWatch leaseWatch(JobHost host) {
        return new LeaseWatch(host);
    }

    @Bean
    UnfinishedRuns unfinishedRuns(
            JobHost host, AccountScope accounts, Optional<RunHistory> history) {
        return new UnfinishedRuns(host, accounts, history);
    }

    @Bean
    JobAges jobAges(JobHost host, AccountScope accounts, Optional<RunHistory> history) {
        return new JobAges(host, accounts, history);
    }

    @Bean
    @ConditionalOnBean(SettingsStore.class)
    SettingsReload settingsReload(
            ServiceScope service,
            SettingsStore store,
            ObjectProvider<CurrentSettings<?>> settings,
            SettingsReport report,
            WakeUpRouter router,
            Timers timers,
            Clock clock) {
        return new SettingsReload(
                service.name(), store, settings.stream().toList(), report, router, timers, clock);
    }

    @Bean
    @ConditionalOnBean(SettingsStore.class)
    SettingsReport settingsReport(
            ServiceScope service,
            Provenance written,
            Optional<SettingsReads> reads,
            Optional<Alerts> alerts) {
        return new SettingsReport(service.name(), written.mode(), reads, alerts);
    }

    @Bean
    ServiceHealth serviceHealth(
            ServiceScope service,
            BuildId build,
            List<HealthSignal> signals,
            SessionCalendar calendar,
            Clock clock) {
        return new ServiceHealth(service.name(), build, signals, calendar, clock);
    }

    @Bean
    @ConditionalOnWebApplication
    @ConditionalOnProperty(RunToken.PROPERTY)
    RunEndpoint runEndpoint(
            JobHost host,
            AccountScope accounts,
            Environment environment,
            HttpServletRequest request) {
        var token = new Secret(environment.getRequiredProperty(RunToken.PROPERTY));
        return new RunEndpoint(host, accounts, new RunToken(token), request);
    }

    @Bean
    @ConditionalOnWebApplication
    ServiceHealthIndicator opsHealthIndicator(ServiceHealth health) {
        return new ServiceHealthIndicator(health);
    }
}
