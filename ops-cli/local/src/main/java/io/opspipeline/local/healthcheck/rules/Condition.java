package io.opspipeline.local.healthcheck.rules;

import io.opspipeline.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/// Something that is not well.
///
/// @param name what kind of thing
/// @param subject of what; with the name it is one thing
/// @param account whom it is about; empty when it is about all
/// @param message one line for people
/// @param since when it began, UTC; with name and subject it is one outage
public record Condition(
        Grade grade,
        String name,
        String subject,
        Optional<AccountId> account,
        String message,
        Instant since) {

    /// How soon a person should look.
    public enum Grade {
        /// Today.
        WARNING,
        /// Now.
        CRITICAL
    }

    /// The outage: the same as long as it lasts, another for the next one.
    public String eventId() {
        return name + " " + subject + " " + since;
    }

    static Condition critical(String name, String subject, String message, Instant since) {
        return new Condition(Grade.CRITICAL, name, subject, Optional.empty(), message, since);
    }

    static Condition warning(String name, String subject, String message, Instant since) {
        return new Condition(Grade.WARNING, name, subject, Optional.empty(), message, since);
    }

    Condition of(AccountId whom) {
        return new Condition(grade, name, subject, Optional.of(whom), message, since);
    }
}
