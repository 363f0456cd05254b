package io.opspipeline.local.bench;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.AccountLimits;
import io.opspipeline.domain.account.AllowedActions;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.account.Tier;
import io.opspipeline.domain.money.Money;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.venue.OpeningAccount;
import io.opspipeline.local.day.Markets;
import io.opspipeline.persistence.account.PostgresAccounts;
import io.opspipeline.persistence.market.PostgresUniverse;
import io.opspipeline.persistence.sql.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import javax.sql.DataSource;

/// The one account of a measurement: no limit of it ever binds.
final class MeasuredAccount {

    static final AccountId ID = new AccountId("large");

    private static final String NUMBER = "SIM000001";

    private MeasuredAccount() {}

    /// As the exchange knows it; its key is the one that every simulated run uses.
    static OpeningAccount opening() {
        return new OpeningAccount(
                ID, NUMBER, "simulated-key-large", "simulated-secret-large", Money.of("121000"), 2);
    }

    /// Makes it and the market's universe known to the system.
    static Consumer<DataSource> registration(Market market, Instant at) {
        return source -> {
            Database rows = Database.over(source);
            new PostgresAccounts(rows).register(registered(), at);
            new PostgresUniverse(rows).publish(Markets.universe(market), at);
        };
    }

    private static Account registered() {
        return new Account(
                ID,
                NUMBER,
                Strategy.SWING,
                Tier.LARGE,
                AllowedActions.OPTIONS_ONLY,
                Duration.ofMinutes(1),
                new AccountLimits(Money.of("1000000"), 1_000, 10_000, Money.of("100000000")),
                true);
    }
}
