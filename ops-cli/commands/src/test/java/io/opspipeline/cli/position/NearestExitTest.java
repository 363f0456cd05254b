package io.opspipeline.cli.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestExitTest {

    private static final Instant OPENED = Instant.parse("2025-06-12T14:00:00Z");
    private static final ExitFigures FIGURES = ExitFigures.of(Map.of());

    @ParameterizedTest
    @CsvSource({
        "1, 1.60, 2.00, 'STOP_LOSS 1.50 (6% away)'",
        "1, 2.90, 2.90, 'TAKE_PROFIT 3.00 (3% away)'",
        "2, 2.50, 2.50, 'PARTIAL 2.60 (4% away)'",
        "1, 2.20, 2.80, 'TRAILING_STOP 2.10 (5% away)'",
    })
    void namesTheLevelThatIsNearest(int quantity, String mark, String peak, String nearest) {
        assertThat(day(quantity, peak).at(Optional.of(new BigDecimal(mark)), FIGURES))
                .isEqualTo(nearest + ", MAX_HOLD 14:00:00");
    }

    @Test
    void namesTheTimeAloneWithoutAMark() {
        assertThat(day(1, "2.00").at(Optional.empty(), FIGURES)).isEqualTo("MAX_HOLD 14:00:00");
    }

    @Test
    void goesByTheStoredFigures() {
        ExitFigures stored = ExitFigures.of(Map.of("position-manager.exits.trailing-share", "0.8"));

        assertThat(day(1, "2.80").at(Optional.of(new BigDecimal("2.30")), stored))
                .startsWith("TRAILING_STOP 2.24");
    }

    private static NearestExit day(int quantity, String peak) {
        return new NearestExit(
                new Instrument.Option(OccSymbol.parse("NVDA250613C00140000")),
                Strategy.DAY,
                quantity,
                OPENED,
                new BigDecimal("2.00"),
                new BigDecimal("1.50"),
                new BigDecimal("3.00"),
                Optional.of(new BigDecimal(peak)),
                false);
    }
}
