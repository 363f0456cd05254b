package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.positionmanager.rules.Exit;
import io.opspipeline.positionmanager.rules.MarkSeries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a person must hear about a held position.
final class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final AccountId account;
    private final Alerts alerts;
    private final ExerciseGuard exercise;
    private final NoBasis noBasis;

    Alarms(AccountId account, Alerts alerts, ExerciseGuard exercise) {
        this.account = account;
        this.alerts = alerts;
        this.exercise = exercise;
        noBasis = new NoBasis(alerts);
    }

    void look(HeldPosition held, MarkSeries series, Instant asOf) {
        series.blindSince()
                .ifPresent(since ->
                        critical(
                                "blind " + name(held) + " " + since,
                                name(held) + " has had no usable quote since " + since,
                                asOf));
    }

    /// Looks at what is about to end. When that breaks, the exits go on.
    void expiring(List<HeldPosition> held, Instant asOf) {
        try {
            exercise.look(held, asOf);
        } catch (RuntimeException failure) {
            LOG.error("contracts of {} that end not looked at", account, failure);
            critical(
                    today("expiry-not-judged", failure, asOf),
                    "contracts that end could not be looked at: " + failure,
                    asOf);
        }
    }

    void heldBack(HeldPosition held, Exit exit, Instant asOf) {
        String what = name(held) + ": " + exit.rule();
        alerts.raise(
                Alerts.Severity.WARNING,
                "held-back %s %s %s".formatted(what, NewYork.dateOf(asOf), account),
                Optional.of(account),
                what + " waits, trading in its stock is halted or has just begun again",
                asOf);
    }

    void noBasis(HeldPosition held, LocalDate session, Instant asOf) {
        noBasis.tell(account, held, session, asOf);
    }

    void notJudged(HeldPosition held, RuntimeException failure, Instant asOf) {
        critical(
                today("not-judged " + name(held), failure, asOf),
                "the exits of %s could not be judged: %s".formatted(name(held), failure),
                asOf);
    }

    void notTakenUp(RuntimeException failure, Instant asOf) {
        critical(
                today("not-taken-up", failure, asOf),
                "closes could not be taken up: " + failure,
                asOf);
    }

    void notCounted(RuntimeException failure, Instant asOf) {
        critical(
                today("not-counted", failure, asOf),
                "losing exits in a row could not be counted: " + failure,
                asOf);
    }

    /// What breaks is told once a day and kind: what is told for good is silent the next time.
    private static String today(String event, RuntimeException failure, Instant asOf) {
        return "%s %s %s"
                .formatted(event, failure.getClass().getSimpleName(), NewYork.dateOf(asOf));
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
