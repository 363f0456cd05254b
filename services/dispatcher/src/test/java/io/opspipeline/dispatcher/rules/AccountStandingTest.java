package io.opspipeline.dispatcher.rules;

import static io.opspipeline.dispatcher.rules.Entries.good;
import static io.opspipeline.dispatcher.rules.Entries.large;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.gate.GateCode;
import io.opspipeline.domain.gate.GateVerdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AccountStandingTest {

    @Test
    @DisplayName("A-14: another account number at the broker blocks, and both numbers are shown")
    void comparesTheAccountNumbers() {
        EntryInputs other =
                new EntryDraft(good(large())).broker(Entries.broker("PA-9", "121000")).inputs();

        assertThat(AccountStanding.accountStatus(other, 2))
                .isEqualTo(
                        new GateVerdict(
                                GateCode.ACCOUNT_STATUS,
                                GateVerdict.Result.FAILED,
                                "ACTIVE, options level 2, number PA-9",
                                "ACTIVE, not blocked, options level >= 2, number SIM-large"));
        assertThat(AccountStanding.accountStatus(good(large()), 2).blocks()).isFalse();
    }

    @Test
    @DisplayName("A-106: a disabled account makes no entries, whatever its state")
    void blocksADisabledAccount() {
        GateVerdict verdict = AccountStanding.tradingState(good(disabled()));

        assertThat(verdict.blocks()).isTrue();
        assertThat(verdict.observed()).isEqualTo("disabled, ACTIVE (default)");
        assertThat(AccountStanding.tradingState(good(large())).blocks()).isFalse();
    }

    private static Account disabled() {
        Account on = large();
        return new Account(
                on.id(),
                on.brokerNumber(),
                on.strategy(),
                on.tier(),
                on.actions(),
                on.cadence(),
                on.limits(),
                false);
    }
}
