package io.opspipeline.runtime.service;

import io.opspipeline.ports.store.Schema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// A service whose database lacks the tables it needs.
@OpsService(name = "bell", settings = BellSettings.class)
@Import({BellConfiguration.class, EarlyBellApplication.NoTables.class})
public final class EarlyBellApplication {

    private EarlyBellApplication() {}

    @Configuration(proxyBeanMethods = false)
    static class NoTables {

        @Bean
        Schema schema() {
            return () -> {
                throw new IllegalStateException("no tables yet");
            };
        }
    }
}
