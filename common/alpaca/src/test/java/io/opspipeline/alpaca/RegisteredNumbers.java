package io.opspipeline.alpaca;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.AccountLimits;
import io.opspipeline.domain.account.AllowedActions;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.account.Tier;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.domain.money.Money;
import io.opspipeline.ports.store.Accounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Accounts of which nothing but the number is asked.
record RegisteredNumbers(Map<AccountId, String> numbers) implements Accounts {

    @Override
    public Optional<Account> find(AccountId id) {
        return Optional.ofNullable(numbers.get(id)).map(number -> row(id, number));
    }

    @Override
    public List<Account> all() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void register(Account account, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TradingStatus tradingStatus(AccountId id, Instant asOf) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void changeTradingState(
            AccountId id, TradingState state, String reason, Optional<Instant> until, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void stopEntries(AccountId id, String reason, Optional<Instant> until, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean wasPaused(AccountId id, String reason) {
        throw new UnsupportedOperationException();
    }

    private static Account row(AccountId id, String number) {
        return new Account(
                id,
                number,
                Strategy.SWING,
                Tier.LARGE,
                AllowedActions.OPTIONS_ONLY,
                Duration.ofMinutes(1),
                new AccountLimits(Money.of("500"), 5, 10, Money.of("10000")),
                true);
    }
}
