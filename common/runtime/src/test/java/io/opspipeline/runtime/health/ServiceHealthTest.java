package io.opspipeline.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.runtime.build.BuildId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class ServiceHealthTest {

    private static final Instant OPEN = Instant.parse("2026-11-19T14:30:00Z");
    private static final Instant NOON = Instant.parse("2026-11-19T17:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-19T03:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @Test
    @DisplayName(
            "A-113, incident 83: an empty table is unhealthy at any time, never an age of zero")
    void isRedWhenDataIsMissing() {
        HealthSignal bars = signal("bars", moment -> moment.lag(Optional.empty(), LIMIT));

        assertThat(health(NOON, bars).report().isHealthy()).isFalse();
        assertThat(health(NIGHT, bars).report().isHealthy()).isFalse();
        assertThat(health(NOON, bars).report().readings())
                .containsEntry("bars", HealthReading.unhealthy("never seen"));
    }

    @Test
    @DisplayName("A-113: old data is unhealthy in a session and expected silence outside")
    void tellsExpectedSilenceApart() {
        HealthSignal bars =
                signal("bars", moment -> moment.lag(Optional.of(NIGHT.minusSeconds(3600)), LIMIT));

        assertThat(health(NIGHT, bars).report().readings().get("bars").state())
                .isEqualTo(HealthReading.State.SILENT);
        assertThat(health(NIGHT, bars).report().isHealthy()).isTrue();
        assertThat(health(NOON, bars).report().isHealthy()).isFalse();
    }

    @Test
    void countsAgesFromTheOpenAtTheEarliest() {
        HealthSignal bars = signal("bars", moment -> moment.lag(Optional.of(NIGHT), LIMIT));

        assertThat(health(OPEN.plusSeconds(180), bars).report().isHealthy()).isTrue();
        assertThat(health(OPEN.plusSeconds(181), bars).report().isHealthy()).isFalse();
    }

    @Test
    @DisplayName("fault CLOCK-SKEW: what was seen in the future proves nothing")
    void isRedWhenItWasSeenInTheFuture() {
        HealthSignal beat =
                signal("beat", moment -> moment.lag(Optional.of(NOON.plusSeconds(30)), LIMIT));

        assertThat(health(NOON, beat).report().isHealthy()).isTrue();
        assertThat(health(NOON.minusSeconds(1), beat).report().readings())
                .containsEntry("beat", HealthReading.unhealthy("31 s in the future"));
    }

    @Test
    @DisplayName("A-41, incident 44: a coverage of nothing, or below its share, is unhealthy")
    void isRedBelowTheLeastCoverage() {
        assertThat(HealthReading.share(0, 36, 0.8).isGood()).isFalse();
        assertThat(HealthReading.share(0, 0, 0.8).isGood()).isFalse();
        assertThat(HealthReading.share(22, 28, 0.8).isGood()).isFalse();
        assertThat(HealthReading.share(23, 28, 0.8).isGood()).isTrue();
    }

    @Test
    @DisplayName("incident 45: a signal that cannot be read is unhealthy, and so is having none")
    void isRedWhenASignalBreaks() {
        HealthSignal broken =
                signal(
                        "bars",
                        _ -> {
                            throw new IllegalStateException("database is down");
                        });

        assertThat(health(NOON, broken).report().readings().get("bars").detail())
                .contains("database is down");
        assertThat(health(NOON, broken).report().isHealthy()).isFalse();
        assertThat(health(NOON).report().isHealthy()).isFalse();
    }

    @Test
    @DisplayName("incident 71: the health end point shows the build")
    void showsBuildAndReadings() {
        HealthSignal bars = signal("bars", _ -> HealthReading.healthy("12 s old"));
        var shown = new ServiceHealthIndicator(health(NOON, bars)).health();

        assertThat(shown.getStatus()).isEqualTo(Status.UP);
        assertThat(shown.getDetails())
                .containsEntry("build", "1.0+abc")
                .containsEntry("bars", "HEALTHY: 12 s old");
    }

    private static ServiceHealth health(Instant now, HealthSignal... signals) {
        return new ServiceHealth(
                "features",
                new BuildId("1.0+abc"),
                List.of(signals),
                SessionCalendar.nyse(),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static HealthSignal signal(String name, Function<HealthMoment, HealthReading> read) {
        return new HealthSignal() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public HealthReading read(HealthMoment moment) {
                return read.apply(moment);
            }
        };
    }
}
