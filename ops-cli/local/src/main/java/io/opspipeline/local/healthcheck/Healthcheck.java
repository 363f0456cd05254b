package io.opspipeline.local.healthcheck;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.local.healthcheck.rules.Condition;
import io.opspipeline.local.healthcheck.rules.HealthRules;
import io.opspipeline.persistence.account.PostgresHeartbeats;
import io.opspipeline.persistence.alert.PostgresAlerts;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.store.Heartbeats;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One look at the database: load, decide, commit. What is not well must be seen twice in a row
/// before it is told, so that a row which is about to be written alarms nobody; and nothing is told
/// in the first two minutes, in which services that were just started give their first sign.
final class Healthcheck {

    /// The name of its own heartbeat.
    static final String SERVICE = "healthcheck";

    private static final Duration FIRST_SIGNS = Duration.ofMinutes(2);

    private final SnapshotReader snapshots;
    private final ConditionBook book;
    private final Bulletin bulletin;
    private final Heartbeats heartbeats;
    private Optional<Instant> begun = Optional.empty();
    private Set<String> before = Set.of();

    Healthcheck(Database database, SessionCalendar calendar) {
        Alerts alerts = new PostgresAlerts(database);
        snapshots = new SnapshotReader(database, calendar);
        book = new ConditionBook(database, alerts);
        bulletin = new Bulletin(database, alerts);
        heartbeats = new PostgresHeartbeats(database);
    }

    /// Looks once.
    ///
    /// @param asOf the time of the market
    void look(Instant asOf) {
        Instant first = begun.orElse(asOf);
        begun = Optional.of(first);
        List<Condition> seen = HealthRules.conditions(snapshots.asOf(asOf));
        boolean isSettled = !asOf.isBefore(first.plus(FIRST_SIGNS));
        List<Condition> lasting =
                seen.stream()
                        .filter(condition -> isSettled && before.contains(key(condition)))
                        .toList();
        before = seen.stream().map(Healthcheck::key).collect(Collectors.toUnmodifiableSet());
        book.commit(lasting, seen, asOf);
        bulletin.tell(asOf);
        heartbeats.beat(SERVICE, Optional.empty(), asOf, seen.size() + " not well");
    }

    private static String key(Condition condition) {
        return condition.name() + " " + condition.subject();
    }
}
