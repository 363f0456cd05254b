package io.opspipeline.runtime.service;

import io.opspipeline.ports.store.Provenance;
import io.opspipeline.runtime.build.BuildId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/// Builds and starts the Spring context of a service.
final class ServiceContext {

    private final ServiceDescription service;
    private final ServiceArguments arguments;
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private @Nullable Lockstep lockstep;

    ServiceContext(ServiceDescription service, ServiceArguments arguments) {
        this.service = service;
        this.arguments = arguments;
        properties.put("spring.config.name", service.name());
        properties.put("spring.application.name", service.name());
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.main.log-startup-info", "false");
        properties.put("spring.main.keep-alive", "true");
        properties.put("spring.threads.virtual.enabled", "true");
        properties.put("spring.flyway.enabled", "false");
        properties.put("spring.datasource.hikari.maximum-pool-size", "3");
        properties.put("spring.datasource.hikari.minimum-idle", "1");
        properties.put("logging.structured.format.console", "ecs");
        properties.put("logging.structured.format.file", "ecs");
        properties.put("logging.structured.ecs.service.version", BuildId.current().value());
        properties.put("management.endpoint.health.show-details", "always");
        properties.put("management.endpoints.web.exposure.include", "health,info");
    }

    /// One of several services in this JVM: shared beans, no web server, nothing on the console.
    ServiceContext among(Lockstep others, Map<String, String> given) {
        lockstep = others;
        properties.put("logging.threshold.console", "off");
        properties.put("spring.main.keep-alive", "false");
        properties.put("spring.main.register-shutdown-hook", "false");
        properties.putAll(given);
        return this;
    }

    /// Starts it. Among others, logging is set up by the first context of the JVM alone.
    RunningService start() {
        ApplicationContextInitializer<GenericApplicationContext> beans = this::addBeans;
        var context =
                new SpringApplicationBuilder(service.application())
                        .main(service.application())
                        .web(hasWebServer() ? WebApplicationType.SERVLET : WebApplicationType.NONE)
                        .profiles(arguments.mode().profile())
                        .environmentPrefix("ops")
                        .addCommandLineProperties(false)
                        .properties(properties)
                        .initializers(beans)
                        .run();
        if (lockstep != null) {
            System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        }
        return new RunningService(service, context);
    }

    private void addBeans(GenericApplicationContext context) {
        new SettingsBeans(service, arguments).addTo(context);
        context.getBeanFactory()
                .registerSingleton(
                        "serviceScope", new ServiceScope(service.name(), arguments.account()));
        context.getBeanFactory().registerSingleton("provenance", provenance());
        Optional.ofNullable(lockstep).ifPresent(shared -> shared.addTo(context));
    }

    private Provenance provenance() {
        return new Provenance(
                BuildId.current().value(), Provenance.Mode.valueOf(arguments.mode().name()));
    }

    private boolean hasWebServer() {
        return lockstep == null && arguments.once().isEmpty();
    }
}
