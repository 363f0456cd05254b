package io.opspipeline.dispatcher;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.ports.store.Accounts;
import java.time.Clock;

/// Tells whether an account may still send entries, each time anew: it may be halted or disabled
/// while an entry is worked.
///
/// @param accounts the registered accounts
/// @param clock the time of asking
record EntryPermission(Accounts accounts, Clock clock) {

    boolean mayEnter(AccountId account) {
        return accounts.find(account).map(Account::enabled).orElse(false)
                && accounts.tradingStatus(account, clock.instant()).state().allowsEntries();
    }
}
