package io.opspipeline.tradestream;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.ports.store.Accounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Any account, and why its entries were stopped.
final class MemoryAccounts implements Accounts {

    /// Why entries were stopped, each time.
    final List<String> stops = new ArrayList<>();

    @Override
    public List<Account> all() {
        throw new UnsupportedOperationException("the job's");
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return Optional.of(Line.registered(id));
    }

    @Override
    public void register(Account account, Instant at) {
        throw new UnsupportedOperationException("the operator's");
    }

    @Override
    public TradingStatus tradingStatus(AccountId id, Instant asOf) {
        throw new UnsupportedOperationException("the dispatcher's");
    }

    @Override
    public void changeTradingState(
            AccountId id, TradingState state, String reason, Optional<Instant> until, Instant at) {
        throw new UnsupportedOperationException("the operator's");
    }

    @Override
    public void stopEntries(AccountId id, String reason, Optional<Instant> until, Instant at) {
        stops.add(id + " " + reason + until.map(end -> " until " + end).orElse(""));
    }

    @Override
    public boolean wasPaused(AccountId id, String reason) {
        return stops.contains(id + " " + reason);
    }
}
