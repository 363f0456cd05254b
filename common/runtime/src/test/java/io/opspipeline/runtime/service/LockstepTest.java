package io.opspipeline.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.opspipeline.domain.job.Cause;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.runtime.build.BuildId;
import io.opspipeline.runtime.health.HealthReport;
import io.opspipeline.runtime.job.ScriptedJob;
import io.opspipeline.runtime.setting.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LoggingSystem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LockstepTest {

    private static final Instant OPEN = Instant.parse("2026-11-19T14:30:00Z");

    private final Lockstep lockstep = Lockstep.startingAt(OPEN.minus(Duration.ofMinutes(5)));

    @BeforeEach
    void keepTheTestLogAsItIs() {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    }

    @Test
    void movesSeveralServicesOnOneTime() {
        try (var bell = start(BellApplication.class);
                var tower = start(TowerApplication.class)) {
            lockstep.time().runUntil(OPEN.plusSeconds(60));

            assertThat(tower.bean(ScriptedJob.class).ticks())
                    .extracting(Tick::cause, Tick::asOf)
                    .containsExactly(
                            tuple(Cause.SCHEDULE, OPEN),
                            tuple(Cause.WAKE, OPEN),
                            tuple(Cause.SCHEDULE, OPEN.plusSeconds(60)),
                            tuple(Cause.WAKE, OPEN.plusSeconds(60)));
            assertThat(bell.bean(Clock.class)).isSameAs(lockstep.time());
            assertThat(lockstep.time().failures()).isEmpty();
        }
    }

    @Test
    @DisplayName("A-112: health of a running service tells build and job ages")
    void tellsItsHealth() {
        try (var tower = start(TowerApplication.class)) {
            lockstep.time().runUntil(OPEN);
            HealthReport report = tower.health();

            assertThat(report.isHealthy()).isTrue();
            assertThat(report.service()).isEqualTo("tower");
            assertThat(report.build()).isEqualTo(BuildId.current().value());
            assertThat(report.readings().get("jobs").detail()).isEqualTo("1 jobs on time");
        }
    }

    @Test
    void lendsSharedBeansAndDoesNotCloseThem() {
        var closed = new boolean[1];
        lockstep.share(AutoCloseable.class, () -> closed[0] = true);

        start(TowerApplication.class).close();

        assertThat(closed[0]).isFalse();
    }

    @Test
    void stopsAServiceThatIsClosed() {
        var tower = start(TowerApplication.class);
        ScriptedJob signals = tower.bean(ScriptedJob.class);
        lockstep.time().runUntil(OPEN);
        tower.close();

        lockstep.time().runUntil(OPEN.plus(Duration.ofMinutes(5)));

        assertThat(signals.ticks()).hasSize(1);
    }

    @Test
    @DisplayName("A-8: overrides of other services are theirs; a bad own one is refused")
    void takesItsOwnOverrides() {
        assertThatThrownBy(() ->
                        ServiceLauncher.inProcess(
                                BellApplication.class,
                                lockstep,
                                Map.of(),
                                Map.of("bell.rings", "0")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("bell.rings: 0 is out of range");
        assertThat(
                        ServiceDescription.catalogue(
                                        List.of(BellApplication.class, TowerApplication.class))
                                .settings())
                .hasSize(3);
    }

    @Test
    @DisplayName("A-123: log lines are JSON in ECS form with service, job, account and run")
    void writesJsonLines(@TempDir Path folder) throws IOException {
        System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
        Path log = folder.resolve("ops.log");
        Map<String, String> properties = Map.of("logging.file.name", log.toString());
        Map<String, String> cracked = Map.of("bell.is-cracked", "true");
        try (var _ =
                ServiceLauncher.inProcess(BellApplication.class, lockstep, properties, cracked)) {
            lockstep.time().runUntil(OPEN);
        }

        List<JsonNode> lines =
                Files.readAllLines(log).stream().map(JsonMapper.shared()::readTree).toList();
        assertThat(lines)
                .filteredOn(line -> line.path("message").asString().startsWith("features failed"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.path("component").asString()).isEqualTo("bell");
                    assertThat(line.path("run").asString()).isEqualTo("0");
                    assertThat(line.path("job").asString()).isEqualTo("features");
                });
    }

    private RunningService start(Class<?> application) {
        return ServiceLauncher.inProcess(application, lockstep, Map.of(), Map.of());
    }
}
