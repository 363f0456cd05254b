package io.opspipeline.ports.store;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.account.TradingStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The registered accounts and what each may do now.
public interface Accounts {

    /// Every account, by id.
    List<Account> all();

    /// One account; empty when it is not registered.
    Optional<Account> find(AccountId id);

    /// One account that must be there.
    ///
    /// @throws IllegalStateException when it is not registered
    default Account require(AccountId id) {
        return find(id).orElseThrow(
                        () -> new IllegalStateException("account " + id + " is not registered"));
    }

    /// Registers an account, or replaces its row. A new one begins HALTED when every other account
    /// is: the halt was meant for all.
    void register(Account account, Instant at);

    /// What the account may do at an instant; a state whose end has passed is ACTIVE again.
    TradingStatus tradingStatus(AccountId id, Instant asOf);

    /// Changes what the account may do.
    ///
    /// @param until when it becomes ACTIVE by itself; empty when an operator must resume it
    void changeTradingState(
            AccountId id, TradingState state, String reason, Optional<Instant> until, Instant at);

    /// Stops the entries of an account; what is stricter already, or lasts longer, stays. The pause
    /// is recorded either way. Nobody else's change comes between what is read and what is written.
    ///
    /// @param until when they may go on; empty when an operator must say so
    void stopEntries(AccountId id, String reason, Optional<Instant> until, Instant at);

    /// True when entries were ever stopped for exactly this reason, whatever was stricter then and
    /// whatever was decided since.
    boolean wasPaused(AccountId id, String reason);
}
