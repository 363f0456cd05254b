package io.opspipeline.persistence.setting;

import static io.opspipeline.persistence.Scene.LARGE;
import static io.opspipeline.persistence.Scene.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.persistence.Scene;
import io.opspipeline.persistence.alert.PostgresAlerts;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.testkit.PostgresExtension;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class SettingsAndAlertsTest {

    private Scene scene;

    @BeforeEach
    void open(DataSource source) {
        scene = new Scene(source);
    }

    @Test
    @DisplayName("A-10: a change writes an audit row with who, old, new and when")
    void auditsEveryChange() {
        var settings = new PostgresSettingsStore(scene.database);
        settings.change("mode", Optional.of("hybrid"), Optional.empty(), "ann", TEN);
        settings.change("mode", Optional.of("options-only"), Optional.empty(), "bob", TEN);
        settings.change("mode", Optional.empty(), Optional.empty(), "ann", TEN);

        assertThat(settings.values(TEN)).isEmpty();
        assertThat(
                        scene.texts(
                                """
                                select changed_by || ' ' || coalesce(old_value, '-') || ' ' || coalesce(new_value, '-')
                                from settings_audit order by audit_id
                                """))
                .containsExactly("ann - hybrid", "bob hybrid options-only", "ann options-only -");
    }

    @Test
    @DisplayName("A-11: an override ends by itself")
    void endsAnOverride() {
        var settings = new PostgresSettingsStore(scene.database);
        var end = TEN.plusSeconds(60);
        settings.change("spread", Optional.of("0.12"), Optional.of(end), "ann", TEN);

        assertThat(settings.values(TEN)).isEqualTo(Map.of("spread", "0.12"));
        assertThat(settings.values(end)).isEmpty();
    }

    @Test
    @DisplayName("A-120: an alert is stored once per event id")
    void storesAnAlertOnce() {
        var alerts = new PostgresAlerts(scene.database);
        alerts.raise(Alerts.Severity.CRITICAL, "e1", Optional.of(LARGE), "first", TEN);
        alerts.raise(Alerts.Severity.INFO, "e1", Optional.empty(), "again", TEN);

        assertThat(scene.texts("select severity || ' ' || message from alerts"))
                .containsExactly("CRITICAL first");
    }
}
