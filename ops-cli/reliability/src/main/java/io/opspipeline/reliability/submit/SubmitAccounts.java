package io.opspipeline.reliability.submit;

import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.AccountLimits;
import io.opspipeline.domain.account.AllowedActions;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.account.Tier;
import io.opspipeline.domain.money.Money;
import io.opspipeline.exchange.venue.OpeningAccount;
import io.opspipeline.local.day.LocalAccount;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Accounts that no limit stops: each can hold a position in every stock there is.
final class SubmitAccounts {

    private static final int COUNT = 40;

    static final List<LocalAccount> ALL =
            IntStream.range(0, COUNT).mapToObj(SubmitAccounts::account).toList();

    /// No pauses between entries, for the same reason.
    static final Map<String, String> SETTINGS =
            Map.of(
                    "dispatcher.spacing.pace", "0s",
                    "dispatcher.spacing.ticker-cooldown", "0s",
                    "dispatcher.spacing.ticker-daily", "20",
                    "dispatcher.spacing.cluster", "20");

    private SubmitAccounts() {}

    /// The keys of all.
    static AlpacaKeys keys() {
        return AlpacaKeys.fixed(
                ALL.stream()
                        .map(LocalAccount::opening)
                        .collect(
                                Collectors.toMap(
                                        OpeningAccount::id,
                                        each ->
                                                new AlpacaCredentials(
                                                        each.keyId(), each.secret()))),
                ALL.getFirst().id());
    }

    private static LocalAccount account(int number) {
        AccountId id = new AccountId("a" + number);
        String brokerNumber = "SIM" + number;
        return new LocalAccount(
                new Account(
                        id,
                        brokerNumber,
                        Strategy.SWING,
                        Tier.LARGE,
                        AllowedActions.OPTIONS_ONLY,
                        Duration.ofMinutes(1),
                        new AccountLimits(Money.of("100000"), 1_000, 10_000, Money.of("1000000")),
                        true),
                new OpeningAccount(
                        id,
                        brokerNumber,
                        "key-" + number,
                        "secret-" + number,
                        Money.of("121000"),
                        2));
    }
}
