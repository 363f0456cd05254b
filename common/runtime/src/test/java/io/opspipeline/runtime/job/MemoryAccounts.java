package io.opspipeline.runtime.job;

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
import java.util.concurrent.ConcurrentSkipListMap;

/// Accounts in memory.
public final class MemoryAccounts implements Accounts {

    private final Map<AccountId, Account> accounts = new ConcurrentSkipListMap<>();

    /// The accounts `large`, every minute, and `tiny`, every five.
    public static MemoryAccounts largeAndTiny() {
        var accounts = new MemoryAccounts();
        accounts.add("large", Duration.ofMinutes(1), true);
        accounts.add("tiny", Duration.ofMinutes(5), true);
        return accounts;
    }

    /// Adds an account.
    public void add(String id, Duration cadence, boolean enabled) {
        var account =
                new Account(
                        new AccountId(id),
                        "PA" + id,
                        Strategy.SWING,
                        Tier.LARGE,
                        AllowedActions.OPTIONS_ONLY,
                        cadence,
                        new AccountLimits(Money.of("500"), 5, 10, Money.of("10000")),
                        enabled);
        accounts.put(account.id(), account);
    }

    @Override
    public List<Account> all() {
        return List.copyOf(accounts.values());
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public void register(Account account, Instant at) {
        accounts.put(account.id(), account);
    }

    @Override
    public TradingStatus tradingStatus(AccountId id, Instant asOf) {
        return new TradingStatus(TradingState.ACTIVE, "default", Optional.empty());
    }

    @Override
    public void changeTradingState(
            AccountId id, TradingState state, String reason, Optional<Instant> until, Instant at) {
        throw new UnsupportedOperationException("the runtime changes no trading state");
    }

    @Override
    public void stopEntries(AccountId id, String reason, Optional<Instant> until, Instant at) {
        throw new UnsupportedOperationException("the runtime changes no trading state");
    }

    @Override
    public boolean wasPaused(AccountId id, String reason) {
        return false;
    }
}
