package io.opspipeline.reliability.memory;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.ports.store.Accounts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Accounts in memory.
public final class MemoryAccounts implements Accounts {

    private static final TradingStatus DEFAULT =
            new TradingStatus(TradingState.ACTIVE, "default", Optional.empty());

    private final MemoryTables tables;
    private final Table<AccountId, TradingStatus> states;
    private final Table<Pause, Boolean> pauses;

    MemoryAccounts(MemoryTables tables) {
        this.tables = tables;
        states = new Table<>(tables.transactions);
        pauses = new Table<>(tables.transactions);
    }

    /// That entries were stopped.
    private record Pause(AccountId account, String reason) {}

    @Override
    public List<Account> all() {
        return tables.transactions.call(
                () -> tables.accounts.all().sorted(Comparator.comparing(Account::id)).toList());
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return tables.transactions.call(() -> tables.accounts.find(id));
    }

    @Override
    public void register(Account account, Instant at) {
        tables.transactions.run(() -> tables.accounts.put(account.id(), account));
    }

    @Override
    public TradingStatus tradingStatus(AccountId id, Instant asOf) {
        return tables.transactions.call(
                () -> states.find(id).map(status -> at(status, asOf)).orElse(DEFAULT));
    }

    @Override
    public void changeTradingState(
            AccountId id, TradingState state, String reason, Optional<Instant> until, Instant at) {
        tables.transactions.run(() -> put(id, new TradingStatus(state, reason, until)));
    }

    @Override
    public void stopEntries(AccountId id, String reason, Optional<Instant> until, Instant at) {
        var pause = new TradingStatus(TradingState.REDUCING, reason, until);
        tables.transactions.run(() -> {
            pauses.put(new Pause(id, reason), true);
            if (tradingStatus(id, at).yieldsTo(pause)) {
                put(id, pause);
            }
        });
    }

    @Override
    public boolean wasPaused(AccountId id, String reason) {
        return tables.transactions.call(() -> pauses.find(new Pause(id, reason)).isPresent());
    }

    private void put(AccountId id, TradingStatus status) {
        states.put(id, status);
        if (status.state() == TradingState.REDUCING) {
            pauses.put(new Pause(id, status.reason()), true);
        }
    }

    private static TradingStatus at(TradingStatus status, Instant asOf) {
        boolean isOver = status.until().filter(end -> !end.isAfter(asOf)).isPresent();
        return isOver
                ? new TradingStatus(
                        TradingState.ACTIVE, "over: " + status.reason(), Optional.empty())
                : status;
    }
}
