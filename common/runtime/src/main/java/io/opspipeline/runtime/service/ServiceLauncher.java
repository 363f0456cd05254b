package io.opspipeline.runtime.service;

import io.opspipeline.runtime.setting.SettingsException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts services: as the process, or among others in one JVM.
public final class ServiceLauncher {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceLauncher.class);

    private ServiceLauncher() {}

    /// The main method of every service. It returns when the service runs, and ends the process
    /// when it cannot start or was asked to run one job only; [ExitCode] says how.
    public static void main(Class<?> application, String... words) {
        launch(application, words, System.getenv(), System.err)
                .ifPresent(code -> System.exit(code.number()));
    }

    /// Starts a service among others on the lockstep's time, without web server. Start services one
    /// after the other; close the first one last, it owns the logging.
    ///
    /// @param properties Spring properties, such as `logging.file.name`
    /// @param overrides settings by key, those of other services included; check them all with
    ///   [ServiceDescription#catalogue] first
    /// @throws SettingsException when a setting is bad or an account that it needs is missing
    public static RunningService inProcess(
            Class<?> application,
            Lockstep lockstep,
            Map<String, String> properties,
            Map<String, String> overrides) {
        var service = ServiceDescription.of(application);
        var arguments = ServiceArguments.simulated(service.own(overrides));
        return walking(
                new ServiceContext(service, arguments).among(lockstep, properties), arguments);
    }

    /// Starts a service as its process would, beside others that share nothing with it, to train a
    /// start-up cache.
    public static RunningService beside(Class<?> application, String... words) {
        return running(application, Map.of(), words);
    }

    /// Starts a service on real time, as its process does, and gives it to the caller, who closes
    /// it.
    ///
    /// @param properties Spring properties, such as `server.port`
    /// @param words the command line
    /// @throws SettingsException when the command line or a setting is wrong
    public static RunningService running(
            Class<?> application, Map<String, String> properties, String... words) {
        var arguments = ServiceArguments.parse(words, System.getenv());
        return walking(
                new ServiceContext(ServiceDescription.of(application), arguments).with(properties),
                arguments);
    }

    /// Starts the process; tells how it ended, or nothing when it runs on.
    static Optional<ExitCode> launch(
            Class<?> application,
            String[] words,
            Map<String, String> environment,
            PrintStream err) {
        try {
            var service = ServiceDescription.of(application);
            var arguments = ServiceArguments.parse(words, environment);
            return started(service, arguments);
        } catch (Throwable failure) {
            return Optional.of(report(failure, err));
        }
    }

    private static Optional<ExitCode> started(
            ServiceDescription service, ServiceArguments arguments) {
        var context = new ServiceContext(service, arguments);
        if (arguments.once().isEmpty()) {
            boolean supervised = System.getenv(Supervision.VARIABLE) != null;
            if (supervised) {
                Supervision.begin(System.in, line -> LOG.warn("not understood: {}", line));
            }
            RunningService running = walking(context, arguments);
            if (supervised) {
                Supervision.ready(running.port(), System.out);
            }
            return Optional.empty();
        }
        try (RunningService running = context.start()) {
            return Optional.of(
                    new ServiceStart(running, arguments).runOnce(arguments.once().get()));
        }
    }

    /// Starts a context and then its jobs; closes it again when they cannot begin.
    static RunningService walking(ServiceContext context, ServiceArguments arguments) {
        RunningService running = context.start();
        try {
            new ServiceStart(running, arguments).walk();
            return running;
        } catch (RuntimeException e) {
            running.close();
            throw e;
        }
    }

    private static ExitCode report(Throwable failure, PrintStream err) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SettingsException) {
                err.println(cause.getMessage());
                return ExitCode.MISCONFIGURED;
            }
        }
        LOG.error("the service did not start", failure);
        err.println("the service did not start: " + failure);
        return ExitCode.FAILED;
    }
}
