package io.opspipeline.local.up;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/// Sends the log lines of a process that is no service where those of the services go: to a file,
/// as JSON in ECS form.
public final class ProcessLog {

    private ProcessLog() {}

    /// From now on lines go to the log file of a name.
    public static void begin(RunFolder folder, String name) {
        Path file = folder.log(name);
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "process log",
                                Map.of(
                                        "logging.file.name",
                                        file.toString(),
                                        "logging.structured.format.file",
                                        "ecs",
                                        "logging.threshold.console",
                                        "off",
                                        "logging.structured.ecs.service.name",
                                        name,
                                        "spring.application.name",
                                        name)));
        LoggingSystem system = LoggingSystem.get(ProcessLog.class.getClassLoader());
        system.getSystemProperties(environment).apply(LogFile.get(environment));
        system.beforeInitialize();
        system.initialize(
                new LoggingInitializationContext(environment), null, LogFile.get(environment));
    }
}
