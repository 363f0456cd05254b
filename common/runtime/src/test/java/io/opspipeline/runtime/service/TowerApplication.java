package io.opspipeline.runtime.service;

import io.opspipeline.domain.job.JobName;
import io.opspipeline.ports.job.Leases;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.runtime.job.MemoryAccounts;
import io.opspipeline.runtime.job.MemoryLeases;
import io.opspipeline.runtime.job.MemoryRuns;
import io.opspipeline.runtime.job.ScriptedJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// A service with one job that others wake: signals.
@OpsService(name = "tower")
@Import(TowerApplication.TowerConfiguration.class)
public final class TowerApplication {

    private TowerApplication() {}

    @Configuration(proxyBeanMethods = false)
    static class TowerConfiguration {

        @Bean
        ScriptedJob signals() {
            return new ScriptedJob(JobName.SIGNALS);
        }

        @Bean
        MemoryRuns runs() {
            return new MemoryRuns();
        }

        @Bean
        Leases leases() {
            return new MemoryLeases();
        }

        @Bean
        Accounts accounts() {
            return MemoryAccounts.largeAndTiny();
        }
    }
}
