package io.opspipeline.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.runtime.setting.SettingsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PatientStartTest {

    private final List<Duration> pauses = new ArrayList<>();
    private final PatientStart start = new PatientStart(pauses::add);

    @Test
    @DisplayName("A-110: a service that starts before its database waits for it")
    void waitsForTheDatabase() {
        var failures = new ArrayList<>(List.of("refused", "starting up"));
        start.until(() -> {
            if (!failures.isEmpty()) {
                throw new IllegalStateException(failures.removeFirst());
            }
        });

        assertThat(pauses).hasSize(2);
    }

    @Test
    void givesUpInTheEnd() {
        assertThatThrownBy(() ->
                        start.until(() -> {
                            throw new IllegalStateException("refused");
                        }))
                .hasMessage("refused");
        assertThat(pauses).hasSize(119);
    }

    @Test
    void doesNotWaitForWhatTheOperatorMustCure() {
        assertThatThrownBy(() ->
                        start.until(() -> {
                            throw new SettingsException("unknown account 'huge'");
                        }))
                .isInstanceOf(SettingsException.class);
        assertThat(pauses).isEmpty();
    }
}
