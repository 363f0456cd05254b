package io.opspipeline.dispatcher;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.store.Accounts;
import java.time.Instant;
import java.util.Optional;

/// Stops the entries of an account whose orders the broker will refuse until somebody does
/// something about it.
///
/// @param accounts keeps the trading states
/// @param alerts tells a person
record EntryPauses(Accounts accounts, Alerts alerts) {

    /// Stops them until an operator says so; what is stricter already stays.
    void pause(AccountId account, Denial denial, Instant at) {
        accounts.stopEntries(account, denial.toString(), Optional.empty(), at);
        alerts.raise(
                Alerts.Severity.CRITICAL,
                "entries-refused %s %s %s".formatted(account, denial.code(), at),
                Optional.of(account),
                "%s makes no entries until it is resumed. %s %s (%s)"
                        .formatted(
                                account, denial.code().meaning(), denial.code().remedy(), denial),
                at);
    }
}
