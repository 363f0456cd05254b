package io.opspipeline.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.job.Topic;
import io.opspipeline.ports.setting.SettingInForce;
import io.opspipeline.ports.setting.SettingInForce.Source;
import io.opspipeline.ports.setting.SettingsRead;
import io.opspipeline.ports.store.Provenance;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.runtime.health.HealthMoment;
import io.opspipeline.runtime.job.JobDirectory;
import io.opspipeline.runtime.job.WakeUpRouter;
import io.opspipeline.runtime.setting.CurrentSettings;
import io.opspipeline.runtime.setting.SettingsBinder;
import io.opspipeline.runtime.time.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SettingsReloadTest {

    private static final Instant START = Instant.parse("2026-11-19T15:00:00Z");

    private final VirtualTime time = new VirtualTime(START);
    private final WakeUpRouter router = new WakeUpRouter(new JobDirectory(), time, time);
    private final MemorySettings stored = new MemorySettings();
    private final List<String> alerts = new ArrayList<>();
    private final CurrentSettings<BellSettings> bell =
            new CurrentSettings<>(
                    BellSettings.class, SettingsBinder.simulated(), Map.of(), Map.of());
    private final SettingsReload reload =
            new SettingsReload(
                    "bell",
                    stored,
                    List.of(bell),
                    new SettingsReport(
                            "bell",
                            Provenance.Mode.SIMULATED,
                            Optional.of(stored),
                            Optional.of((severity, event, _, _, _) ->
                                    alerts.add(severity + " " + event))),
                    router,
                    time,
                    time);

    @BeforeEach
    void start() {
        reload.start();
    }

    @Test
    @DisplayName("A-10: a change is taken over when it is announced, in its place of the queue")
    void takesAChangeOverAtOnce() {
        after(10, () -> set("3", Optional.empty()));
        time.runUntil(START.plusSeconds(9));
        assertThat(bell.get().rings()).isEqualTo(1);

        time.runUntil(START.plusSeconds(10));
        assertThat(bell.get().rings()).isEqualTo(3);
    }

    @Test
    @DisplayName("A-10: a change whose announcement was lost is taken over within a minute")
    void hasTheMinuteAsItsFloor() {
        stored.change("bell.rings", Optional.of("3"), Optional.empty(), "ann", START);
        time.runUntil(START.plusSeconds(60));

        assertThat(bell.get().rings()).isEqualTo(3);
    }

    @Test
    @DisplayName("A-11: a temporary override reverts by itself")
    void revertsByItself() {
        after(10, () -> set("3", Optional.of(START.plusSeconds(90))));
        time.runUntil(START.plusSeconds(60));
        assertThat(bell.get().rings()).isEqualTo(3);

        time.runUntil(START.plusSeconds(120));
        assertThat(bell.get().rings()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "A-8, incident 69: a bad value is one CRITICAL alert, told to all until it is gone")
    void tellsOfABadValueOnce() {
        after(10, () -> set("many", Optional.empty()));
        time.runUntil(START.plusSeconds(180));

        assertThat(alerts).containsOnly("CRITICAL settings bell.rings " + START.plusSeconds(10));
        assertThat(stored.faults(time.instant())).hasSize(1);
        assertThat(reload.read(new HealthMoment(time.instant(), Optional.empty())).detail())
                .contains("bell.rings");

        after(190, () -> set("2", Optional.empty()));
        time.runUntil(START.plusSeconds(190));
        assertThat(stored.faults(time.instant())).isEmpty();
        assertThat(bell.get().rings()).isEqualTo(2);
    }

    @Test
    void tellsWhatChangedAndElseThatItLives() {
        after(10, () -> set("3", Optional.empty()));
        time.runUntil(START.plusSeconds(180));

        assertThat(stored.told)
                .extracting(SettingsRead::inForce)
                .containsExactly(
                        List.of(), List.of(new SettingInForce("bell.rings", "3", Source.STORED)));
        assertThat(stored.again).isEqualTo(3);
    }

    @Test
    void readsNothingOnceItIsClosed() {
        reload.close();
        after(10, () -> set("3", Optional.empty()));
        time.runUntil(START.plusSeconds(180));

        assertThat(bell.get().rings()).isEqualTo(1);
    }

    private void set(String rings, Optional<Instant> until) {
        stored.change("bell.rings", Optional.of(rings), until, "ann", time.instant());
        router.woken(Topic.SETTINGS, time.instant());
    }

    private void after(int seconds, Runnable action) {
        time.at(
                START.plusSeconds(seconds),
                new TimerKey(Stage.MARKET, Optional.empty(), "test"),
                action);
    }
}
