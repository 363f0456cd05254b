package io.opspipeline.local.healthcheck.rules;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot.AccountSigns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A trading stream without a sign of life for 30 s in session, or connected so long without the
/// books having been compared.
final class StreamRule {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private StreamRule() {}

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
        Instant beat = inSession(signs.streamBeat(), session);
        if (isOver(beat, asOf)) {
            return Optional.of(
                    condition(
                            "stream-dead",
                            signs,
                            "the trading stream gave no sign of life since %s: no entries, fills come by comparison only",
                            beat));
        }
        return signs.unreconciledSince()
                .map(since -> inSession(Optional.of(since), session))
                .filter(since -> isOver(since, asOf))
                .map(since ->
                        condition(
                                "stream-unreconciled",
                                signs,
                                "the books were not compared since the stream connected at %s: no entries",
                                since));
    }

    private static Condition condition(
            String name, AccountSigns signs, String message, Instant since) {
        return Condition.critical(name, signs.account().value(), message.formatted(since), since)
                .of(signs.account());
    }

    private static Instant inSession(Optional<Instant> at, Session session) {
        return at.filter(known -> known.isAfter(session.open())).orElse(session.open());
    }

    private static boolean isOver(Instant since, Instant asOf) {
        return Duration.between(since, asOf).compareTo(LIMIT) > 0;
    }
}
