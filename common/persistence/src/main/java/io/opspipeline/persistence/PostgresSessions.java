package io.opspipeline.persistence;

import io.opspipeline.persistence.job.LeaseOwner;
import io.opspipeline.persistence.job.PgNotifications;
import io.opspipeline.persistence.job.PostgresLeases;
import io.opspipeline.persistence.job.PostgresWakeUps;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.job.Leases;
import io.opspipeline.ports.job.WakeUpSource;
import io.opspipeline.ports.job.WakeUps;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/// What is between processes: leases, and wake-ups by LISTEN and NOTIFY. Whoever moves several
/// services in one JVM lends [WakeUps] and [Leases] of its own, and these stay away.
@Configuration(proxyBeanMethods = false)
class PostgresSessions {

    /// Read from `spring.datasource` when somebody needs a session of its own.
    @Bean
    @Lazy
    @ConditionalOnMissingBean
    DatabaseAddress databaseAddress(Environment environment) {
        return new DatabaseAddress(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getProperty("spring.datasource.password", ""));
    }

    /// The leases, and by them the fence of the intents.
    @Bean
    @ConditionalOnMissingBean(Leases.class)
    PostgresLeases leases(DatabaseAddress address, Clock clock) {
        return new PostgresLeases(address.sessions("leases"), LeaseOwner.ofThisProcess(), clock);
    }

    /// Both ends of the wake-ups, or none: a context that has wake-ups lent hears no NOTIFY.
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(WakeUps.class)
    static class BetweenProcesses {

        @Bean
        WakeUps wakeUps(Database database) {
            return new PostgresWakeUps(database);
        }

        @Bean
        WakeUpSource wakeUpSource(DatabaseAddress address) {
            return new PgNotifications(address.sessions("wake-ups"));
        }
    }
}
