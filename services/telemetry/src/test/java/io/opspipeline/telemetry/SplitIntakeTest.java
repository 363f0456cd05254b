package io.opspipeline.telemetry;

import static io.opspipeline.telemetry.Source.AAPL;
import static io.opspipeline.telemetry.Source.NVDA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.market.Split;
import io.opspipeline.ports.store.Splits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SplitIntakeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final Split SPLIT =
            new Split(NVDA, LocalDate.of(2026, 11, 23), BigDecimal.ONE, BigDecimal.TEN);

    private final Source source = new Source();
    private final Recorded recorded = new Recorded();
    private final SplitIntake intake = new SplitIntake(source, recorded);

    @Test
    @DisplayName("SPLIT-OVERNIGHT: splits are read once a day, and at once for a new ticker")
    void readsOnceADay() {
        source.splits.add(SPLIT);
        intake.refresh(Set.of(NVDA), NOW);
        intake.refresh(Set.of(NVDA), NOW.plusSeconds(60));
        assertThat(recorded.splits).containsExactly(SPLIT);

        intake.refresh(Set.of(NVDA, AAPL), NOW.plusSeconds(120));
        intake.refresh(Set.of(NVDA), NOW.plus(Duration.ofDays(1)));
        assertThat(source.asked).hasSize(3);
    }

    @Test
    void readsAgainWhatFailed() {
        source.isDown = true;
        assertThatThrownBy(() -> intake.refresh(Set.of(NVDA), NOW))
                .isInstanceOf(BrokerUnavailable.class);
        source.isDown = false;
        intake.refresh(Set.of(NVDA), NOW.plusSeconds(60));
        assertThat(source.asked).containsExactly("splits [NVDA]");
    }

    /// Splits in memory.
    private static final class Recorded implements Splits {

        private final List<Split> splits = new ArrayList<>();

        @Override
        public void record(List<Split> more, Instant at) {
            splits.addAll(more);
        }

        @Override
        public Map<Ticker, List<Split>> between(Set<Ticker> tickers, LocalDate from, LocalDate to) {
            return Map.of();
        }
    }
}
