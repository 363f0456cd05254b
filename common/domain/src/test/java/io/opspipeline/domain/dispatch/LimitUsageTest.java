package io.opspipeline.domain.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.instrument.InstrumentType;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Money;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LimitUsageTest {

    @Test
    @DisplayName("A-63: exposure is what is open and what is pending, together")
    void addsOpenAndPending() {
        var usage =
                new LimitUsage(
                        List.of(atWork("500", false), atWork("250.50", true)),
                        List.of(),
                        List.of(),
                        Money.ZERO);

        assertThat(usage.exposure()).isEqualTo(Money.of("750.50"));
    }

    @Test
    void scoresTheSumOfItsParts() {
        assertThat(new ContractCandidate.Score(40, 7.5, 20, 0.25).total()).isEqualTo(67.75);
    }

    private static LimitUsage.AtWork atWork(String cost, boolean pending) {
        return new LimitUsage.AtWork(
                Ticker.of("NVDA"), InstrumentType.CALL, "NVDA", Money.of(cost), pending);
    }
}
