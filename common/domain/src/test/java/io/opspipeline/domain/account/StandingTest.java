package io.opspipeline.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.money.Money;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Whether an account may trade, by the broker's word and by ours.
class StandingTest {

    @ParameterizedTest
    @DisplayName("Only an active account that is not blocked may trade")
    @CsvSource({"ACTIVE, false, true", "ACTIVE, true, false", "ONBOARDING, false, false"})
    void tradesWhenActiveAndNotBlocked(String status, boolean blocked, boolean expected) {
        var none = Money.ZERO;
        var account = new BrokerAccount("1", status, blocked, 2, none, none, none, none);

        assertThat(account.mayTrade()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void entersOnlyWhileActive(TradingState state) {
        assertThat(state.allowsEntries()).isEqualTo(state == TradingState.ACTIVE);
    }

    @ParameterizedTest
    @CsvSource({
        "HALTED, FLATTEN by operator, true",
        "HALTED, DAILY_LOSS, false",
        "REDUCING, FLATTEN by operator, false"
    })
    void flattensByAnOperatorsHaltAlone(TradingState state, String reason, boolean expected) {
        assertThat(new TradingStatus(state, reason, Optional.empty()).isFlatten())
                .isEqualTo(expected);
    }

    @Test
    void namesActionsAsPeopleDo() {
        assertThat(AllowedActions.OPTIONS_ONLY.label()).isEqualTo("options-only");
        assertThat(AllowedActions.HYBRID.label()).isEqualTo("hybrid");
    }

    @Test
    void sortsAccountsByName() {
        assertThat(Stream.of("tiny", "large").map(AccountId::new).sorted())
                .extracting(AccountId::value)
                .containsExactly("large", "tiny");
    }
}
