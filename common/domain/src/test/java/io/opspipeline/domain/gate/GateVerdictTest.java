package io.opspipeline.domain.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GateVerdictTest {

    @Test
    void blocksWhenItsCheckFails() {
        assertThat(GateVerdict.of(GateCode.PACE, false, 1, 2).blocks()).isTrue();
        assertThat(GateVerdict.of(GateCode.PACE, true, 1, 2).blocks()).isFalse();
    }

    @Test
    @DisplayName("A-60: a missing input blocks, a gate that was not reached does not")
    void blocksOnWhatIsMissing() {
        assertThat(GateVerdict.missing(GateCode.DAILY_LOSS, "the loss").blocks()).isTrue();
        assertThat(GateVerdict.notReached(GateCode.COST).blocks()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void skipsUnderTheNameOfTheGate(GateCode gate) {
        assertThat(SkipCode.of(gate)).hasToString(gate.name());
    }
}
