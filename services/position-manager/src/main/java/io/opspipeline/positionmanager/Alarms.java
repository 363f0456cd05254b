package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.position.ForcedExits;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.positionmanager.rules.MarkSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a person must hear about a held position.
final class Alarms {

    /// Still held so long before the close of its expiry session: it could be exercised.
    private static final Duration EXERCISE_RISK = Duration.ofMinutes(40);

    private final AccountId account;
    private final Alerts alerts;
    private final ForcedExits forced;

    Alarms(AccountId account, Alerts alerts, ForcedExits forced) {
        this.account = account;
        this.alerts = alerts;
        this.forced = forced;
    }

    void look(HeldPosition held, MarkSeries series, Instant asOf) {
        series.blindSince()
                .ifPresent(since ->
                        critical(
                                "blind " + name(held) + " " + since,
                                name(held) + " has had no usable quote since " + since,
                                asOf));
        if (held.position().instrument() instanceof Instrument.Option option) {
            lookForExercise(held, option, forced.expirySession(option), asOf);
        }
    }

    void notJudged(HeldPosition held, RuntimeException failure, Instant asOf) {
        critical(
                "not-judged " + name(held) + " " + failure.getClass().getSimpleName(),
                "the exits of %s could not be judged: %s".formatted(name(held), failure),
                asOf);
    }

    void notTakenUp(RuntimeException failure, Instant asOf) {
        critical(
                "not-taken-up " + failure.getClass().getSimpleName(),
                "closes could not be taken up: " + failure,
                asOf);
    }

    private void lookForExercise(
            HeldPosition held, Instrument.Option option, Session expiry, Instant asOf) {
        if (asOf.isBefore(expiry.close().minus(EXERCISE_RISK)) || !expiry.contains(asOf)) {
            return;
        }
        Money needed = option.value(option.contract().strike(), held.position().quantity());
        critical(
                "expires-held " + name(held),
                "%d of %s are still held on their expiry day; exercise takes %s: when that cannot be funded, tell the broker not to exercise"
                        .formatted(held.position().quantity(), name(held), needed),
                asOf);
    }

    private void critical(String event, String message, Instant asOf) {
        alerts.raise(
                Alerts.Severity.CRITICAL,
                event + " " + account,
                Optional.of(account),
                message,
                asOf);
    }

    private static String name(HeldPosition held) {
        return held.position().instrument().symbol();
    }
}
