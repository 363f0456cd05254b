package io.opspipeline.runtime.service;

import io.opspipeline.ports.store.Provenance;
import io.opspipeline.runtime.build.BuildId;
import io.opspipeline.runtime.setting.SettingsException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
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
        properties.putAll(PoolProperties.DEFAULTS);
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

    /// As given, where it differs from the defaults.
    ServiceContext with(Map<String, String> given) {
        properties.putAll(given);
        return this;
    }

    /// Starts it. Among others, logging is set up by the first context of the JVM alone.
    ///
    /// @throws SettingsException when a part of the service refuses what was given together, though
    ///   each value is in range
    RunningService start() {
        var context = context();
        if (lockstep != null) {
            System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        }
        return new RunningService(service, context);
    }

    private ConfigurableApplicationContext context() {
        try {
            return refreshed();
        } catch (BeanCreationException failure) {
            throw refusal(failure).orElseThrow(() -> failure);
        }
    }

    /// What the operator gave is to blame when a part refuses its arguments; without it the fault
    /// is ours.
    private Optional<RuntimeException> refusal(BeanCreationException failure) {
        return Optional.of(failure.getMostSpecificCause())
                .filter(IllegalArgumentException.class::isInstance)
                .filter(_ -> !arguments.overrides().isEmpty())
                .map(cause ->
                        new SettingsException(
                                "settings of %s: %s; given: %s"
                                        .formatted(
                                                service.name(),
                                                cause.getMessage(),
                                                new TreeMap<>(arguments.overrides()))));
    }

    private ConfigurableApplicationContext refreshed() {
        ApplicationContextInitializer<GenericApplicationContext> beans = this::addBeans;
        return new SpringApplicationBuilder(service.application())
                .main(service.application())
                .web(hasWebServer() ? WebApplicationType.SERVLET : WebApplicationType.NONE)
                .profiles(arguments.mode().profile())
                .environmentPrefix("ops")
                .addCommandLineProperties(false)
                .properties(properties)
                .initializers(beans)
                .run();
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
