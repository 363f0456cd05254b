package io.opspipeline.persistence.setting;

import static io.opspipeline.persistence.Scene.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.persistence.Scene;
import io.opspipeline.ports.setting.SettingInForce;
import io.opspipeline.ports.setting.SettingInForce.Source;
import io.opspipeline.ports.setting.SettingsFault;
import io.opspipeline.ports.setting.SettingsRead;
import io.opspipeline.ports.store.Provenance;
import io.opspipeline.testkit.PostgresExtension;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class SettingsReadsTest {

    private static final Instant LATER = TEN.plusSeconds(60);

    private PostgresSettingsStore store;
    private PostgresSettingsReads reads;

    @BeforeEach
    void open(DataSource source) {
        var scene = new Scene(source);
        store = new PostgresSettingsStore(scene.database);
        reads = new PostgresSettingsReads(scene.database);
    }

    @Test
    @DisplayName("A-8, incident 69: what a service refuses is seen by all until it is good again")
    void keepsFaultsUntilTheyAreGone() {
        reads.record(read(TEN, Map.of("signals.cooldown", "refused")));
        reads.record(read(LATER, Map.of("signals.cooldown", "refused", "signals.mode", "bad")));

        assertThat(reads.faults(LATER))
                .containsExactly(
                        fault("signals.cooldown", "refused", TEN),
                        fault("signals.mode", "bad", LATER));

        reads.record(read(LATER, Map.of("signals.mode", "worse")));
        assertThat(reads.faults(LATER)).containsExactly(fault("signals.mode", "worse", LATER));
        reads.record(read(LATER, Map.of()));
        assertThat(reads.faults(LATER)).isEmpty();
    }

    @Test
    @DisplayName("A-120: one value that two services refuse is one event, named by when it was set")
    void namesOneEvent() {
        set("signals.cooldown", "soon");
        reads.record(read(LATER, Map.of("signals.cooldown", "refused")));
        reads.record(
                new SettingsRead(
                        "other",
                        Provenance.Mode.SIMULATED,
                        Set.of("signals"),
                        List.of(),
                        Map.of("signals.cooldown", "refused"),
                        LATER.plusSeconds(1)));

        assertThat(reads.faults(LATER))
                .hasSize(2)
                .extracting(SettingsFault::eventId)
                .containsOnly("settings signals.cooldown " + TEN);
    }

    @Test
    @DisplayName("A-8: a stored key that no service has is a fault once services have read")
    void findsKeysOfNobody() {
        set("signls.cooldown", "15m");
        set("signals.cooldown", "15m");
        assertThat(reads.faults(TEN)).isEmpty();

        reads.record(read(TEN, Map.of()));
        assertThat(reads.faults(TEN))
                .containsExactly(
                        new SettingsFault(
                                Optional.empty(),
                                "signls.cooldown",
                                "setting signls.cooldown: no service has it",
                                TEN));
    }

    @Test
    void tellsWhatIsInForceAndWhenItWasRead() {
        var file = new SettingInForce("signals.cooldown", "10m", Source.FILE);
        reads.record(
                new SettingsRead(
                        "signals",
                        Provenance.Mode.PAPER,
                        Set.of("signals"),
                        List.of(file),
                        Map.of(),
                        TEN));
        reads.readAgain("signals", LATER);

        assertThat(reads.inForce()).containsExactly(Map.entry("signals", List.of(file)));
        assertThat(reads.services())
                .containsExactly(
                        new PostgresSettingsReads.LastRead(
                                "signals", Provenance.Mode.PAPER, LATER));
    }

    private void set(String key, String value) {
        store.change(key, Optional.of(value), Optional.empty(), "ann", TEN);
    }

    private static SettingsRead read(Instant at, Map<String, String> faults) {
        return new SettingsRead(
                "signals", Provenance.Mode.SIMULATED, Set.of("signals"), List.of(), faults, at);
    }

    private static SettingsFault fault(String key, String reason, Instant since) {
        return new SettingsFault(Optional.of("signals"), key, reason, since);
    }
}
