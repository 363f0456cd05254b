package io.opspipeline.local.healthcheck.rules;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.JobSchedule;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot.AccountSigns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A position manager that is silent for more than two of its cycles in session: exits are not
/// watched (incident 23). trade-stream tells of the same event under the same id, so a person hears
/// it once, also when one of the two is dead.
final class WatchRule {

    private static final Duration LIMIT =
            JobSchedule.of(JobName.POSITION_MANAGER).every().orElseThrow().multipliedBy(2);

    private WatchRule() {}

    static List<Condition> conditions(HealthSnapshot snapshot) {
        return snapshot.session().stream()
                .flatMap(session ->
                        snapshot.accounts().stream()
                                .flatMap(signs ->
                                        condition(signs, session, snapshot.asOf()).stream()))
                .toList();
    }

    private static Optional<Condition> condition(
            AccountSigns signs, Session session, Instant asOf) {
        Instant last =
                signs.managerBeat().filter(at -> at.isAfter(session.open())).orElse(session.open());
        return Duration.between(last, asOf).compareTo(LIMIT) > 0
                ? Optional.of(silent(signs, last))
                : Optional.empty();
    }

    private static Condition silent(AccountSigns signs, Instant last) {
        String watched =
                signs.held().isEmpty()
                        ? "no exit is watched"
                        : "nobody watches " + String.join(", ", signs.held());
        return Condition.critical(
                        "silent",
                        "position-manager " + signs.account(),
                        "the position manager gave no sign of life since %s: %s"
                                .formatted(last, watched),
                        last)
                .of(signs.account());
    }
}
