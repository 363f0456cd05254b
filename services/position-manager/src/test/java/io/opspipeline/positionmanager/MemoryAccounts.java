package io.opspipeline.positionmanager;

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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The accounts `large` and `tiny`, and the trading state of both.
final class MemoryAccounts implements Accounts {

    static final Account LARGE = swing("large");
    static final Account TINY = account("tiny", Strategy.DAY, Tier.TINY, "100");

    final List<String> changes = new ArrayList<>();

    /// Why entries were ever stopped.
    final Set<String> paused = new LinkedHashSet<>();

    /// What happens before entries are stopped.
    Runnable beforeStop = () -> {};

    private TradingStatus status =
            new TradingStatus(TradingState.ACTIVE, "default", Optional.empty());

    @Override
    public List<Account> all() {
        return List.of(LARGE, TINY);
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return all().stream().filter(account -> account.id().equals(id)).findFirst();
    }

    @Override
    public void register(Account account, Instant at) {
        throw new UnsupportedOperationException("the operator's");
    }

    @Override
    public TradingStatus tradingStatus(AccountId id, Instant asOf) {
        boolean isOver = status.until().filter(end -> !end.isAfter(asOf)).isPresent();
        return isOver
                ? new TradingStatus(
                        TradingState.ACTIVE, "over: " + status.reason(), Optional.empty())
                : status;
    }

    @Override
    public void changeTradingState(
            AccountId id, TradingState state, String reason, Optional<Instant> until, Instant at) {
        status = new TradingStatus(state, reason, until);
        changes.add(state + " " + reason + until.map(end -> " until " + end).orElse(""));
    }

    /// One of the same kind as `large`.
    static Account swing(String id) {
        return account(id, Strategy.SWING, Tier.LARGE, "500");
    }

    @Override
    public void stopEntries(AccountId id, String reason, Optional<Instant> until, Instant at) {
        beforeStop.run();
        paused.add(reason);
        if (tradingStatus(id, at)
                .yieldsTo(new TradingStatus(TradingState.REDUCING, reason, until))) {
            changeTradingState(id, TradingState.REDUCING, reason, until, at);
        }
    }

    @Override
    public boolean wasPaused(AccountId id, String reason) {
        return paused.contains(reason);
    }

    private static Account account(String id, Strategy strategy, Tier tier, String dailyLoss) {
        return new Account(
                new AccountId(id),
                "PA" + id,
                strategy,
                tier,
                AllowedActions.OPTIONS_ONLY,
                Duration.ofMinutes(1),
                new AccountLimits(Money.of(dailyLoss), 5, 10, Money.of("10000")),
                true);
    }
}
