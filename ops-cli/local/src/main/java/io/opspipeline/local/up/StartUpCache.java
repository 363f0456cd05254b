package io.opspipeline.local.up;

import io.opspipeline.local.day.DayRequest;
import io.opspipeline.local.day.Markets;
import io.opspipeline.local.day.Registration;
import io.opspipeline.local.day.ServiceList;
import io.opspipeline.local.postgres.LocalPostgres;
import io.opspipeline.runtime.setting.RunMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/// Makes the cache with which the JVM of a service starts quickly: a JVM runs every service for a
/// while, against a database and an exchange, and writes down what it has loaded.
public final class StartUpCache {

    private static final int HEAP_MEGABYTES = 400;
    private static final int PATIENCE_MINUTES = 5;

    private StartUpCache() {}

    /// Trains.
    ///
    /// @param cache the file to write
    /// @throws IllegalStateException with the place of the log when it was not written
    public static void make(Path cache) {
        try {
            Path home = Files.createTempDirectory("ops-training");
            try {
                train(new RunFolder(home), plan -> run(plan, cache));
            } finally {
                delete(home);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("no start-up cache was made", failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", failure);
        }
    }

    /// Sets up what one service needs, as `up` does, for as long as it trains.
    static void train(RunFolder folder, Training training)
            throws IOException, InterruptedException {
        var day =
                new DayRequest(
                        new DayRequest.MarketKind.Generated(),
                        Optional.empty(),
                        1,
                        new TreeSet<>(),
                        Map.of());
        var market = Markets.open(day);
        LocalPostgres postgres = LocalPostgres.in(folder.home());
        postgres.start();
        try (var _ = TokenFile.create(folder);
                var database = RunningDatabase.open(postgres, RunMode.SIMULATED);
                var exchange = ExchangeProcess.open(market, 0)) {
            Registration.of(market, database.source(), market.session().open());
            var request = new UpRequest(RunMode.SIMULATED, false, TrainingRun.SPEED, day);
            var plan =
                    new ServicePlans(
                                    request,
                                    folder,
                                    database.address(),
                                    Optional.of(exchange.url()))
                            .of(ServiceList.ALL.getFirst());
            exchange.run(TrainingRun.SPEED);
            training.of(plan);
        } finally {
            postgres.stop();
        }
    }

    /// What is done with the service's plan.
    @FunctionalInterface
    interface Training {
        void of(ProcessPlan service) throws IOException, InterruptedException;
    }

    private static void run(ProcessPlan service, Path cache)
            throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(service.environment());
        environment.remove(io.opspipeline.runtime.service.Supervision.VARIABLE);
        Path log = Path.of(cache + ".log");
        Process training =
                new ProcessPlan(
                                "training",
                                JavaCommand.training(
                                        cache,
                                        HEAP_MEGABYTES,
                                        TrainingRun.class.getName(),
                                        List.of()),
                                environment,
                                log)
                        .start();
        training.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        if (!training.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || !Files.exists(cache)) {
            training.destroyForcibly();
            throw new IllegalStateException("no start-up cache was made; see " + log);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
