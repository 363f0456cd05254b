package io.opspipeline.cli.up;

import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.JobSchedule;
import io.opspipeline.local.up.JobRequest;
import io.opspipeline.local.up.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs a job now, in the service that owns it.
@Command(
        name = "run",
        description = {
            "Runs a job now, in the service that owns it, and tells how the run ended. Jobs:",
            "telemetry, features, signals, watchlist, dispatcher, trade-stream, position-manager,",
            "equity-snapshot, iv-record, report."
        },
        mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {

    private static final int LOOKS = 120;

    @Parameters(paramLabel = "JOB", description = "such as equity-snapshot")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String job;

    @Option(
            names = "--account",
            paramLabel = "ID",
            description = "whose run, for a job that runs per account; default: all")
    private @Nullable String account;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Voice voice;

    @Override
    public Integer call() throws InterruptedException {
        JobName name = name();
        RunState run = Processes.tell("state");
        var jdbc = JdbcClient.create(Home.currentDatabase().sessions("ops-cli"));
        var ledger = new RunLedgerReader(jdbc);
        List<Ended> runs = new java.util.ArrayList<>();
        for (Optional<String> id : accounts(name, jdbc)) {
            Instant scheduledFor = requested(run, name, id);
            runs.add(ledger.await(name, id, scheduledFor, LOOKS));
        }
        voice.answer(runs, _ -> runs.stream().map(Ended::text).toList());
        return runs.stream().allMatch(Ended::isDone) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private JobName name() {
        try {
            return JobName.ofLabel(job);
        } catch (IllegalArgumentException failure) {
            throw new CommandFailure(ExitCode.BAD_INPUT, String.valueOf(failure.getMessage()));
        }
    }

    private List<Optional<String>> accounts(JobName name, JdbcClient jdbc) {
        if (!JobSchedule.of(name).perAccount()) {
            if (account != null) {
                throw new CommandFailure(
                        ExitCode.BAD_INPUT, "--account: " + job + " does not run per account");
            }
            return List.of(Optional.empty());
        }
        return account != null
                ? List.of(Optional.of(account))
                : jdbc
                        .sql("select account_id from accounts order by account_id")
                        .query(String.class)
                        .list()
                        .stream()
                        .map(Optional::of)
                        .toList();
    }

    private static Instant requested(RunState run, JobName name, Optional<String> id) {
        try {
            return JobRequest.send(Home.folder(), run, name, id);
        } catch (IllegalStateException failure) {
            throw new CommandFailure(ExitCode.FAILED, String.valueOf(failure.getMessage()));
        }
    }

    /// How a run ended.
    record Ended(String job, Optional<String> account, String status, @Nullable String note) {

        boolean isDone() {
            return status.equals("DONE");
        }

        String text() {
            return "%s%s: %s%s"
                    .formatted(
                            job,
                            account.map(id -> " " + id).orElse(""),
                            status,
                            note == null || note.isEmpty() ? "" : ", " + note);
        }
    }
}
