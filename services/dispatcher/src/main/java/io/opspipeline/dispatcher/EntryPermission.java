package io.opspipeline.dispatcher;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.ports.setting.SettingsFault;
import io.opspipeline.ports.setting.SettingsReads;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.runtime.setting.CurrentSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells whether an account may send entries, each time anew: it may be halted or disabled while an
/// entry is worked. While any stored setting is refused, by whatever service, no account may.
///
/// @param accounts the registered accounts
/// @param settings the dispatcher's own, as it last read them
/// @param reads what every service made of the stored settings
/// @param clock the time of asking
record EntryPermission(
        Accounts accounts,
        CurrentSettings<DispatcherSettings> settings,
        SettingsReads reads,
        Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(EntryPermission.class);

    boolean mayEnter(AccountId account) {
        return accounts.find(account).map(Account::enabled).orElse(false)
                && status(account, clock.instant()).state().allowsEntries();
    }

    /// True when what an account has out must be cancelled. What cannot be read says no: whoever
    /// asks will ask again, and no order follows without [#mayEnter].
    boolean isHalted(AccountId account) {
        try {
            return status(account, clock.instant()).state() == TradingState.HALTED;
        } catch (RuntimeException unread) {
            LOG.warn("whether {} is halted is not known", account, unread);
            return false;
        }
    }

    /// What an account may do: its trading state, and no entries while a stored setting is refused.
    TradingStatus status(AccountId account, Instant asOf) {
        TradingStatus own = accounts.tradingStatus(account, asOf);
        return own.state().allowsEntries()
                ? fault(asOf).map(EntryPermission::noEntries).orElse(own)
                : own;
    }

    private Optional<String> fault(Instant asOf) {
        return settings.fault()
                .or(() -> reads.faults(asOf).stream().map(SettingsFault::reason).findFirst());
    }

    private static TradingStatus noEntries(String fault) {
        return new TradingStatus(TradingState.REDUCING, fault, Optional.empty());
    }
}
