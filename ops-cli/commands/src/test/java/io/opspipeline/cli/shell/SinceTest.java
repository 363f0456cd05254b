package io.opspipeline.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SinceTest {

    private static final Instant NOW = Instant.parse("2025-06-12T15:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "90s, 2025-06-12T14:58:30Z",
        "5m, 2025-06-12T14:55:00Z",
        "1h, 2025-06-12T14:00:00Z",
        "2d, 2025-06-10T15:00:00Z",
        "10:30, 2025-06-12T14:30:00Z",
        "2025-06-11, 2025-06-11T04:00:00Z",
    })
    void readsWhatPeopleType(String text, Instant start) {
        assertThat(Since.of(text).from(NOW)).isEqualTo(start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "m", "-5m", "5 minutes", "25:00", "2025-13-01", "yesterday"})
    void refusesTheRest(String text) {
        assertThatThrownBy(() -> Since.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("type 90s, 5m");
    }

    @Test
    void showsItselfAsTyped() {
        assertThat(Since.of("5m")).hasToString("5m");
    }
}
