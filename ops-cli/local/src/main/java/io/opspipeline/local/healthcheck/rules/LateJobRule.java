package io.opspipeline.local.healthcheck.rules;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.JobSchedule;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot.LastDone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A periodic job without a success for more than two of its periods in session, a dead or stuck
/// one among them: it has no failed run to show.
final class LateJobRule {

    private static final int PERIODS = 2;

    private LateJobRule() {}

    static List<Condition> conditions(HealthSnapshot snapshot) {
        return snapshot.session().stream()
                .flatMap(session ->
                        snapshot.jobs().done().stream()
                                .flatMap(
                                        last -> condition(last, session, snapshot.asOf()).stream()))
                .toList();
    }

    private static Optional<Condition> condition(LastDone last, Session session, Instant asOf) {
        Instant since = last.at().filter(at -> at.isAfter(session.open())).orElse(session.open());
        Duration period = JobSchedule.of(last.job()).every(last.cadence()).orElseThrow();
        return Duration.between(since, asOf).compareTo(period.multipliedBy(PERIODS)) > 0
                ? Optional.of(late(last, since))
                : Optional.empty();
    }

    private static Condition late(LastDone last, Instant since) {
        String subject = last.job().label() + last.account().map(id -> " " + id).orElse("");
        Condition late =
                condition(
                        last.job(),
                        subject,
                        "%s has not succeeded since %s: %s"
                                .formatted(subject, since, loss(last.job())),
                        since);
        return last.account().map(late::of).orElse(late);
    }

    private static Condition condition(JobName job, String subject, String message, Instant since) {
        return switch (job) {
            case SIGNALS, DISPATCHER, TRADE_STREAM, POSITION_MANAGER ->
                    Condition.critical("job-late", subject, message, since);
            case TELEMETRY, FEATURES, WATCHLIST, EQUITY_SNAPSHOT, IV_RECORD, REPORT ->
                    Condition.warning("job-late", subject, message, since);
        };
    }

    private static String loss(JobName job) {
        return switch (job) {
            case TELEMETRY -> "gaps of bars stay";
            case FEATURES, SIGNALS -> "no signal is made";
            case WATCHLIST -> "candidates keep their old ranks";
            case DISPATCHER -> "nothing is entered";
            case TRADE_STREAM -> "the books are not compared";
            case POSITION_MANAGER -> "positions are not looked after";
            case EQUITY_SNAPSHOT, IV_RECORD, REPORT -> "nothing is recorded";
        };
    }
}
