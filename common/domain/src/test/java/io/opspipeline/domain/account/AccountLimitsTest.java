package io.opspipeline.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountLimitsTest {

    @Test
    void takesTheSmallestLimitsThatLetAnEntryThrough() {
        assertThat(limits("0.01", 1, 1, "0.01").maxPositions()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1, 100", "100, 1, 1, 0"})
    void refusesALimitOfNoMoney(String dailyLoss, int positions, int entries, String exposure) {
        assertThatThrownBy(() -> limits(dailyLoss, positions, entries, exposure))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be positive");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0"})
    void refusesALimitOfNoEntry(int positions, int entries) {
        assertThatThrownBy(() -> limits("100", positions, entries, "100"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be at least 1");
    }

    private static AccountLimits limits(
            String dailyLoss, int positions, int entries, String exposure) {
        return new AccountLimits(Money.of(dailyLoss), positions, entries, Money.of(exposure));
    }
}
