package io.opspipeline.persistence.setting;

import static io.opspipeline.persistence.Scene.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.persistence.Scene;
import io.opspipeline.testkit.PostgresExtension;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class SettingsUndoTest {

    private PostgresSettingsStore store;
    private SettingsAudit audit;

    @BeforeEach
    void open(DataSource source) {
        var scene = new Scene(source);
        store = new PostgresSettingsStore(scene.database);
        audit = new SettingsAudit(scene.database);
    }

    @Test
    @DisplayName("A-10: undo walks back change by change, and is audited itself")
    void walksBack() {
        set("spread", "0.12", Optional.empty());
        set("spread", "0.14", Optional.empty());

        assertThat(undo("spread")).isTrue();
        assertThat(store.values(TEN)).isEqualTo(Map.of("spread", "0.12"));
        assertThat(undo("spread")).isTrue();
        assertThat(store.values(TEN)).isEmpty();
        assertThat(audit.undoable(Optional.of("spread"))).isEmpty();
        assertThat(audit.newest(Optional.of("spread"), 10))
                .extracting(change -> change.from().orElse("-") + " " + change.to().orElse("-"))
                .containsExactly("0.12 -", "0.14 0.12", "0.12 0.14", "- 0.12");
    }

    @Test
    @DisplayName("A-11: an override that undo brings back still ends by itself")
    void bringsAnOverrideBackWithItsEnd() {
        Instant end = TEN.plusSeconds(60);
        set("spread", "0.12", Optional.of(end));
        set("spread", "0.14", Optional.empty());
        undo("spread");

        assertThat(store.values(TEN)).isEqualTo(Map.of("spread", "0.12"));
        assertThat(store.values(end)).isEmpty();
    }

    @Test
    @DisplayName("A-10: a change that another one followed is not taken back")
    void undoesTheNewestOnly() {
        set("spread", "0.12", Optional.empty());
        SettingChange first = audit.undoable(Optional.of("spread")).orElseThrow();
        set("spread", "0.14", Optional.empty());

        assertThat(store.undo(first, "ann", TEN)).isFalse();
        assertThat(store.values(TEN)).isEqualTo(Map.of("spread", "0.14"));
    }

    private void set(String key, String value, Optional<Instant> until) {
        store.change(key, Optional.of(value), until, "ann", TEN);
    }

    private boolean undo(String key) {
        return store.undo(audit.undoable(Optional.of(key)).orElseThrow(), "ann", TEN);
    }
}
