package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.store.Accounts;
import java.time.Instant;
import java.util.Optional;

/// Stops the entries of an account; what is stricter already stays. A pause that throws was not
/// made, or not told: it may be made again.
final class TradingPauses {

    private final Accounts accounts;
    private final Alerts alerts;

    TradingPauses(Accounts accounts, Alerts alerts) {
        this.accounts = accounts;
        this.alerts = alerts;
    }

    /// Stops entries and tells a person.
    ///
    /// @param reason begins with the breaker's name; the same event has the same reason
    /// @param until when entries may go on; empty when an operator must say so
    void pause(
            AccountId account,
            String reason,
            Optional<Instant> until,
            String message,
            Instant asOf) {
        accounts.stopEntries(account, reason, until, asOf);
        alerts.raise(
                Alerts.Severity.CRITICAL,
                "pause " + account + " " + reason,
                Optional.of(account),
                message,
                asOf);
    }
}
