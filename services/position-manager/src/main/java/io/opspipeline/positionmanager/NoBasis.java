package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.ports.alert.Alerts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// A position without a final mid of the last session: the profit and loss of the day after it is
/// unknown, and no entry can pass its gate. A person is told once, after the session or at the
/// first look of the next.
///
/// @param alerts tells a person
record NoBasis(Alerts alerts) {

    void tell(AccountId account, HeldPosition held, LocalDate session, Instant asOf) {
        String symbol = held.position().instrument().symbol();
        alerts.raise(
                Alerts.Severity.CRITICAL,
                "no-basis %s %s %s".formatted(account, symbol, session),
                Optional.of(account),
                "%s has no final mid of %s: the next day's profit and loss is unknown"
                        .formatted(symbol, session),
                asOf);
    }
}
