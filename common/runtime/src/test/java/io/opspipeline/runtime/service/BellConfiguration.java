package io.opspipeline.runtime.service;

import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Topic;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.job.Leases;
import io.opspipeline.ports.job.WakeUps;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.runtime.job.MemoryAccounts;
import io.opspipeline.runtime.job.MemoryLeases;
import io.opspipeline.runtime.job.MemoryRuns;
import io.opspipeline.runtime.job.ScriptedJob;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BellConfiguration {

    @Bean
    Job features(BellSettings settings, WakeUps wakeUps) {
        if (settings.isCracked() && settings.rings() == 9) {
            throw new IllegalArgumentException("a cracked bell cannot ring 9 times");
        }
        return new ScriptedJob(
                JobName.FEATURES,
                tick -> {
                    if (settings.isCracked()) {
                        throw new IllegalStateException("the bell is cracked");
                    }
                    wakeUps.publish(Topic.FEATURES, tick.asOf());
                });
    }

    @Bean
    ScriptedJob dispatcher() {
        return new ScriptedJob(JobName.DISPATCHER);
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

    @Bean
    @ConditionalOnMissingBean
    WakeUps wakeUps() {
        return (_, _) -> {};
    }
}
