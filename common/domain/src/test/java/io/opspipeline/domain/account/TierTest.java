package io.opspipeline.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.money.Contracts;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Premium;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierTest {

    @ParameterizedTest
    @DisplayName("A-76: the tier boundaries")
    @CsvSource({
        "0, TINY",
        "2000.00, TINY",
        "2000.01, SMALL",
        "10000.00, SMALL",
        "10000.01, MEDIUM",
        "50000.00, MEDIUM",
        "50000.01, LARGE",
        "121000.00, LARGE"
    })
    void followsTheEquity(String equity, Tier expected) {
        assertThat(Tier.of(Money.of(equity))).isEqualTo(expected);
    }

    @ParameterizedTest
    @DisplayName("A-77: risk dollars buy whole contracts; zero stays zero")
    @CsvSource({"121000, 2.50, 4", "1000, 1.10, 2", "1000, 2.60, 0", "121000, 0.30, 10"})
    void affordsWholeContracts(String equity, String premium, int expected) {
        var own = Money.of(equity);
        var tier = Tier.of(own);
        var size = Contracts.affordable(own.times(tier.riskShare()), Premium.of(premium));

        assertThat(size.min(tier.maxContracts())).isEqualTo(new Contracts(expected));
    }
}
