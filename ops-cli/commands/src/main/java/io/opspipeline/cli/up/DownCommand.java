package io.opspipeline.cli.up;

import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.local.up.ControlClient;
import io.opspipeline.local.up.RunState;
import io.opspipeline.runtime.time.Stopwatch;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Stops everything that `up` has started.
@Command(
        name = "down",
        description = {
            "Stops every process that `up` has started, PostgreSQL included. Working orders stay at",
            "the broker; open positions are not watched until the next `up`."
        },
        mixinStandardHelpOptions = true)
public final class DownCommand implements Callable<Integer> {

    private static final int PATIENCE_SECONDS = 20;

    /// How it went.
    record Stopped(long processes, double seconds) {}

    @Mixin private final Voice voice = new Voice();

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        ControlClient supervisor = ControlClient.in(Home.folder());
        Stopwatch watch = Stopwatch.started();
        RunState run =
                supervisor
                        .state()
                        .orElseThrow(() ->
                                new CommandFailure(
                                        ExitCode.NOT_UP, "nothing is up in " + Home.folder()));
        var _ = supervisor.tell("down");
        Optional<ProcessHandle> process = ProcessHandle.of(run.supervisorPid());
        if (process.isPresent()) {
            awaitEnd(process.get());
        }
        long stopped = run.processes().stream().filter(each -> each.pid().isPresent()).count();
        double seconds = watch.elapsed().toMillis() / 1000.0;
        voice.answer(
                new Stopped(stopped, seconds),
                _ ->
                        List.of(
                                "%d processes, the supervisor and PostgreSQL stopped in %.1f s"
                                        .formatted(stopped, seconds)));
        return ExitCode.DONE;
    }

    private static void awaitEnd(ProcessHandle process)
            throws InterruptedException, ExecutionException {
        try {
            var _ = process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "the supervisor (process %d) does not end; end it with: kill %d"
                            .formatted(process.pid(), process.pid()));
        }
    }
}
