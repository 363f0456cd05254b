package io.opspipeline.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TradingStatusTest {

    private static final Instant NOON = Instant.parse("2026-11-19T17:00:00Z");

    @Test
    void neverLoosensWhatIsStricter() {
        Optional<Instant> soon = Optional.of(NOON.plusSeconds(60));
        Optional<Instant> later = Optional.of(NOON.plusSeconds(120));

        assertThat(status(TradingState.ACTIVE, Optional.empty()).mayTighten(soon)).isTrue();
        assertThat(status(TradingState.REDUCING, soon).mayTighten(later)).isTrue();
        assertThat(status(TradingState.REDUCING, soon).mayTighten(Optional.empty())).isTrue();
        assertThat(status(TradingState.REDUCING, later).mayTighten(soon)).isFalse();
        assertThat(status(TradingState.REDUCING, Optional.empty()).mayTighten(later)).isFalse();
        assertThat(status(TradingState.HALTED, soon).mayTighten(Optional.empty())).isFalse();
    }

    private static TradingStatus status(TradingState state, Optional<Instant> until) {
        return new TradingStatus(state, "test", until);
    }
}
