package io.opspipeline.runtime.service;

import io.opspipeline.domain.job.JobName;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.job.Leases;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.runtime.job.MemoryAccounts;
import io.opspipeline.runtime.job.MemoryLeases;
import io.opspipeline.runtime.job.MemoryRuns;
import io.opspipeline.runtime.job.ScriptedJob;
import io.opspipeline.runtime.setting.CurrentSettings;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// A service for which five rings are stored, and whose job fails on any other number.
@OpsService(name = "stored-bell", settings = BellSettings.class)
@Import(StoredBellApplication.StoredBellConfiguration.class)
public final class StoredBellApplication {

    private StoredBellApplication() {}

    @Configuration(proxyBeanMethods = false)
    static class StoredBellConfiguration {

        @Bean
        MemorySettings storedSettings() {
            var settings = new MemorySettings();
            settings.change("bell.rings", Optional.of("5"), Optional.empty(), "ann", Instant.EPOCH);
            return settings;
        }

        @Bean
        Job features(CurrentSettings<BellSettings> settings) {
            return new ScriptedJob(
                    JobName.FEATURES,
                    _ -> {
                        if (settings.get().rings() != 5) {
                            throw new IllegalStateException("rings " + settings.get().rings());
                        }
                    });
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
