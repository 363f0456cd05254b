package io.opspipeline.local.day;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.AccountLimits;
import io.opspipeline.domain.account.AllowedActions;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.account.Tier;
import io.opspipeline.domain.money.Money;
import io.opspipeline.exchange.venue.OpeningAccount;
import java.time.Duration;
import java.util.List;

/// The two accounts of a local day (trading rules, section 8), known to the system and to the
/// simulated exchange.
///
/// @param registered the system's row
/// @param opening the exchange's account
public record LocalAccount(Account registered, OpeningAccount opening) {

    private static final int OPTIONS_LEVEL = 2;

    /// `large` trades swings with 121,000.00, `tiny` days with 1,000.00.
    public static final List<LocalAccount> ALL =
            List.of(
                    account(
                            "large",
                            "SIM000001",
                            "121000.00",
                            Strategy.SWING,
                            Tier.LARGE,
                            Duration.ofMinutes(1),
                            new AccountLimits(Money.of("500"), 5, 10, Money.of("10000"))),
                    account(
                            "tiny",
                            "SIM000002",
                            "1000.00",
                            Strategy.DAY,
                            Tier.TINY,
                            Duration.ofMinutes(5),
                            new AccountLimits(Money.of("100"), 2, 4, Money.of("400"))));

    /// Its id.
    public AccountId id() {
        return registered.id();
    }

    private static LocalAccount account(
            String name,
            String number,
            String cash,
            Strategy strategy,
            Tier tier,
            Duration cadence,
            AccountLimits limits) {
        AccountId id = new AccountId(name);
        return new LocalAccount(
                new Account(
                        id,
                        number,
                        strategy,
                        tier,
                        AllowedActions.OPTIONS_ONLY,
                        cadence,
                        limits,
                        true),
                new OpeningAccount(
                        id,
                        number,
                        "simulated-key-" + name,
                        "simulated-secret-" + name,
                        Money.of(cash),
                        OPTIONS_LEVEL));
    }
}
