package io.opspipeline.local.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.account.Tier;
import io.opspipeline.domain.money.Money;
import io.opspipeline.local.setup.AccountProposal.Wishes;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AccountProposalTest {

    private static final AccountId LARGE = new AccountId("large");
    private static final Money EQUITY = Money.of("121000");
    private static final BrokerAccount SEEN =
            new BrokerAccount("PA1", "ACTIVE", false, 2, EQUITY, EQUITY, EQUITY, EQUITY);

    @Test
    @DisplayName("run again, init enables nothing that an operator has disabled")
    void keepsADisabledAccountDisabled() {
        Account fresh = row(Optional.empty(), Optional.of(Strategy.SWING), Optional.empty());
        assertThat(fresh.enabled()).isTrue();
        Account disabled =
                new Account(
                        fresh.id(),
                        fresh.brokerNumber(),
                        fresh.strategy(),
                        fresh.tier(),
                        fresh.actions(),
                        fresh.cadence(),
                        fresh.limits(),
                        false);

        assertThat(row(Optional.of(disabled), Optional.empty(), Optional.empty()))
                .isEqualTo(disabled);
        assertThat(row(Optional.of(disabled), Optional.empty(), Optional.of(Tier.TINY)).enabled())
                .isFalse();
    }

    private static Account row(
            Optional<Account> before, Optional<Strategy> strategy, Optional<Tier> tier) {
        return AccountProposal.of(LARGE, SEEN, before, new Wishes(strategy, tier, false)).row();
    }
}
