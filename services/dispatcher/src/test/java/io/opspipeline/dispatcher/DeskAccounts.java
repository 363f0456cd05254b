package io.opspipeline.dispatcher;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.AccountLimits;
import io.opspipeline.domain.account.AllowedActions;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.account.Tier;
import io.opspipeline.domain.money.Money;
import java.time.Duration;

/// Accounts with the figures of `large`.
final class DeskAccounts {

    private DeskAccounts() {}

    /// Enabled, options only.
    static Account swing(String id) {
        return account(id, AllowedActions.OPTIONS_ONLY, true);
    }

    /// Enabled, stock too.
    static Account hybrid(String id) {
        return account(id, AllowedActions.HYBRID, true);
    }

    static Account disabled(String id) {
        return account(id, AllowedActions.OPTIONS_ONLY, false);
    }

    /// The account at the broker, all in order. No other figure is like its equity.
    static BrokerAccount opened(String number, String equity) {
        return opened(number, equity, "444444");
    }

    /// One of so much equity and so much buying power for options.
    static BrokerAccount opened(String number, String equity, String buyingPower) {
        return new BrokerAccount(
                number,
                "ACTIVE",
                false,
                2,
                Money.of(equity),
                Money.of("222222"),
                Money.of("333333"),
                Money.of(buyingPower));
    }

    private static Account account(String id, AllowedActions actions, boolean enabled) {
        return new Account(
                new AccountId(id),
                "SIM-" + id,
                Strategy.SWING,
                Tier.LARGE,
                actions,
                Duration.ofMinutes(1),
                new AccountLimits(Money.of("500"), 5, 10, Money.of("10000")),
                enabled);
    }
}
