package io.opspipeline.runtime.service;

import io.opspipeline.ports.broker.OrderEntry;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// A service of which one part needs a broker, and none is there. Its jobs do not need that part.
@OpsService(name = "bell", settings = BellSettings.class)
@Import({BellConfiguration.class, HalfBellApplication.Rope.class})
public final class HalfBellApplication {

    private HalfBellApplication() {}

    @Configuration(proxyBeanMethods = false)
    static class Rope {

        @Bean
        Supplier<OrderEntry> rope(OrderEntry broker) {
            return () -> broker;
        }
    }
}
