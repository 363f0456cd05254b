package io.opspipeline.local.alert;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.ports.alert.Alerts.Severity;
import io.opspipeline.runtime.setting.RunMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// What a person is told. The mode comes first, so that nobody takes a simulated trade for a real
/// one (incident 84).
///
/// @param mode against whom the system trades
/// @param account whom it is about; empty when it is about all
/// @param message one line
/// @param raisedAt market time, UTC
/// @param build the build that tells
/// @param eventId the same for the same event
public record Notice(
        RunMode mode,
        Severity severity,
        Optional<AccountId> account,
        String message,
        Instant raisedAt,
        String build,
        String eventId) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /// Makes one line of the message and of the event id, whatever words of others are in them.
    public Notice {
        message = oneLine(message);
        eventId = oneLine(eventId);
    }

    /// Such as `[PAPER] CRITICAL large: 2 orders are in doubt`.
    public String subject() {
        return "[%s] %s%s: %s"
                .formatted(mode, severity, account.map(id -> " " + id).orElse(""), message);
    }

    /// The subject and what belongs to it, line by line; the time is New York's.
    public String text() {
        return """
        %s
        raised %s %s New York
        build %s
        event %s\
        """
                .formatted(
                        subject(),
                        NewYork.dateOf(raisedAt),
                        TIME.format(NewYork.timeOf(raisedAt)),
                        build,
                        eventId);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
