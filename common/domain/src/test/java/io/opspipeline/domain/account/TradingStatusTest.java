package io.opspipeline.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TradingStatusTest {

    private static final Instant NOON = Instant.parse("2026-11-19T17:00:00Z");

    private static final Optional<Instant> NEVER = Optional.empty();
    private static final Optional<Instant> SOON = Optional.of(NOON.plusSeconds(60));
    private static final Optional<Instant> LATER = Optional.of(NOON.plusSeconds(120));

    @Test
    @DisplayName(
            "A-97: a pause takes the place of what is looser or ends sooner, and of nothing else")
    void neverLoosensWhatIsStricter() {
        assertThat(status(TradingState.ACTIVE, NEVER).yieldsTo(pause(SOON))).isTrue();
        assertThat(pause(SOON).yieldsTo(pause(LATER))).isTrue();
        assertThat(pause(SOON).yieldsTo(pause(NEVER))).isTrue();
        assertThat(pause(SOON).yieldsTo(pause(SOON))).isFalse();
        assertThat(pause(LATER).yieldsTo(pause(SOON))).isFalse();
        assertThat(pause(NEVER).yieldsTo(pause(LATER))).isFalse();
        assertThat(pause(NEVER).yieldsTo(pause(NEVER))).isFalse();
        assertThat(status(TradingState.HALTED, SOON).yieldsTo(pause(NEVER))).isFalse();
    }

    @Test
    @DisplayName("A-97: of two pauses that end together the one after the day's loss stays")
    void prefersTheDaysLoss() {
        var loss = new TradingStatus(TradingState.REDUCING, "DAILY_LOSS 2026-11-19", LATER);

        assertThat(pause(LATER).yieldsTo(loss)).isTrue();
        assertThat(loss.yieldsTo(pause(LATER))).isFalse();
        assertThat(loss.yieldsTo(loss)).isFalse();
        assertThat(pause(NEVER).yieldsTo(loss)).isFalse();
        assertThat(status(TradingState.HALTED, NEVER).yieldsTo(loss)).isFalse();
    }

    private static TradingStatus pause(Optional<Instant> until) {
        return status(TradingState.REDUCING, until);
    }

    private static TradingStatus status(TradingState state, Optional<Instant> until) {
        return new TradingStatus(state, "test", until);
    }
}
