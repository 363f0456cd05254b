package io.opspipeline.ports.alert;

import io.opspipeline.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/// Tells a person, once per event id. A channel that fails never touches trading.
public interface Alerts {

    /// Tells of an event; the second time of the same event id does nothing.
    ///
    /// @param eventId the same event has the same id
    /// @param message one line without secrets
    void raise(
            Severity severity,
            String eventId,
            Optional<AccountId> account,
            String message,
            Instant at);

    /// How soon a person should look.
    enum Severity {
        /// Good to know.
        INFO,
        /// Look today.
        WARNING,
        /// Look now.
        CRITICAL
    }
}
