package io.opspipeline.cli.status;

import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.ReadSession;
import io.opspipeline.cli.shell.Voice;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Shows where the pipeline stands.
@Command(
        name = "status",
        description = {
            "Shows mode, build, market time, how far data and jobs are behind, accounts against their",
            "limits, the last signals, why signals were skipped, and alerts. Ends with 1 when a job",
            "failed last, the healthcheck finds something not well, an alert of the last hour is",
            "critical, or one did not get through."
        },
        mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {

    @Mixin private final Voice voice = new Voice();

    @Override
    public Integer call() {
        try (ReadSession session = ReadSession.ofCurrent("status")) {
            Status status = new StatusReader(session.source(), Home.time(voice)).read();
            voice.answer(status, style -> new StatusText(style).lines(status));
            return status.problems().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }
}
