package io.opspipeline.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.opspipeline.runtime.health.HealthReading;
import io.opspipeline.runtime.service.RunningService;
import io.opspipeline.runtime.service.ServiceLauncher;
import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The service as its process runs it: on real time, with its own pool and sessions.
@ExtendWith(PostgresExtension.class)
class SignalsProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @BeforeEach
    void keepTheTestLogAsItIs() {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    }

    @Test
    @DisplayName(
            "A-110, fault DB-FAILOVER-MID-TX: it starts while the database is away, and outlives a restart of it")
    void outlivesItsDatabase(TestDatabase database) throws Exception {
        database.goAway();
        var starting = CompletableFuture.supplyAsync(() -> start(database));
        assertThat(starting).isNotDone();
        database.comeBack();
        try (var service = starting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            await(() -> ownsItsJobAndListens(database));
            assertThat(runs(service).isGood()).isTrue();

            database.goAway();
            assertThat(runs(service).detail()).startsWith("cannot be read");
            database.comeBack();

            await(() -> ownsItsJobAndListens(database));
            assertThat(runs(service).isGood()).isTrue();
        }
    }

    private static RunningService start(TestDatabase database) {
        return ServiceLauncher.running(
                SignalsApplication.class,
                Map.of(
                        "server.port", "0",
                        "spring.datasource.url", database.url(),
                        "spring.datasource.username", database.user(),
                        "spring.datasource.password", database.password()),
                "--mode",
                "SIMULATED");
    }

    private static HealthReading runs(RunningService service) {
        return service.health().readings().get("runs");
    }

    private static boolean ownsItsJobAndListens(TestDatabase database) {
        return JdbcClient.create(database.dataSource())
                .sql(
                        """
                        select exists(select from pg_locks join pg_database on pg_database.oid = database
                                where locktype = 'advisory' and datname = current_database())
                            and exists(select from pg_stat_activity
                                where datname = current_database() and query ilike 'listen%')
                        """)
                .query(Boolean.class)
                .single();
    }

    private static void await(BooleanSupplier condition) {
        assertTimeoutPreemptively(
                PATIENCE,
                () -> {
                    while (!condition.getAsBoolean()) {
                        Thread.onSpinWait();
                    }
                });
    }
}
