package io.opspipeline.persistence.alert;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.ports.alert.Alerts.Severity;
import java.time.Instant;
import java.util.Optional;

/// An alert that one channel has claimed and now sends.
///
/// @param eventId the same for the same event
/// @param account whom it is about; empty when it is about all
/// @param message one line
/// @param raisedAt market time, UTC
/// @param attempt 1 for the first try
/// @param dueSince when the channel first knew of it, by the clock of the delivery, UTC
public record DueAlert(
        DeliveryChannel channel,
        String eventId,
        Severity severity,
        Optional<AccountId> account,
        String message,
        Instant raisedAt,
        int attempt,
        Instant dueSince) {}
