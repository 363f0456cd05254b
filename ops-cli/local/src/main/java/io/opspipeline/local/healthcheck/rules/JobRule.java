package io.opspipeline.local.healthcheck.rules;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot.OpenRun;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot.RunTally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A job that failed in more than half of its last ten runs (incident 65), and a run that does not
/// end.
final class JobRule {

    private static final int RUNS = 10;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private JobRule() {}

    static List<Condition> conditions(HealthSnapshot snapshot) {
        Instant asOf = snapshot.asOf();
        Stream<Condition> failing =
                snapshot.jobs().tallies().stream()
                        .filter(tally -> 2 * tally.failed() > RUNS)
                        .map(tally -> failing(tally, asOf));
        Stream<Condition> unfinished =
                snapshot.jobs().unfinished().stream()
                        .filter(run ->
                                Duration.between(run.startedAt(), asOf).compareTo(LONGEST) > 0)
                        .map(JobRule::unfinished);
        return Stream.concat(failing, unfinished).toList();
    }

    private static Condition failing(RunTally tally, Instant asOf) {
        return about(
                tally.account(),
                Condition.critical(
                        "job-fails",
                        subject(tally.job(), tally.account()),
                        "%d of the last %d runs of %s failed, last: %s"
                                .formatted(
                                        tally.failed(),
                                        tally.runs(),
                                        subject(tally.job(), tally.account()),
                                        tally.reason()),
                        asOf));
    }

    private static Condition unfinished(OpenRun run) {
        return about(
                run.account(),
                Condition.critical(
                        "run-unfinished",
                        subject(run.job(), run.account()),
                        "the run of %s that began at %s has not ended"
                                .formatted(subject(run.job(), run.account()), run.startedAt()),
                        run.startedAt()));
    }

    private static Condition about(Optional<AccountId> account, Condition condition) {
        return account.map(condition::of).orElse(condition);
    }

    private static String subject(String job, Optional<AccountId> account) {
        return job + account.map(id -> " " + id).orElse("");
    }
}
