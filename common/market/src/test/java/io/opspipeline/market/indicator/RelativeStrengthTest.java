package io.opspipeline.market.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class RelativeStrengthTest {

    @RepeatedTest(200)
    void isHundredWhenEveryCloseRises(RepetitionInfo repetition) {
        var random = new SplittableRandom(repetition.getCurrentRepetition());
        var strength = new RelativeStrength();
        for (int close = 0; close < 60; close++) {
            strength.add(random.nextLong(1, 1_000_000));
        }

        assertThat(strength.value()).hasValue(100);
    }
}
