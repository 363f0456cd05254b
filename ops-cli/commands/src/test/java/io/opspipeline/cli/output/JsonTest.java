package io.opspipeline.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {

    private record Line(
            Instant at, LocalDate day, BigDecimal price, Optional<String> why, Optional<Long> of) {}

    @Test
    void keepsTheOrderOfTheRecordAndWritesPlainNumbers() {
        var line =
                new Line(
                        Instant.parse("2025-06-12T13:30:00Z"),
                        LocalDate.of(2025, 6, 12),
                        new BigDecimal("1E+3"),
                        Optional.empty(),
                        Optional.of(3L));

        assertThat(Json.of(line).lines().map(String::strip))
                .containsExactly(
                        "{",
                        "\"at\" : \"2025-06-12T13:30:00Z\",",
                        "\"day\" : \"2025-06-12\",",
                        "\"price\" : 1000,",
                        "\"why\" : null,",
                        "\"of\" : 3",
                        "}");
    }
}
