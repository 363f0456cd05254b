package io.opspipeline.cli.status;

import io.opspipeline.cli.output.Json;
import io.opspipeline.cli.output.Style;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows where the pipeline stands.
@Command(
        name = "status",
        description = {
            "Shows accounts, jobs, signs of life and alerts of the last run. Exit code 1 when a job",
            "failed last, the healthcheck finds something not well, an alert of the last hour is",
            "critical, or one did not get through."
        },
        mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    @Override
    public Integer call() {
        Status status = new StatusReader(Home.currentDatabase().sessions("ops-cli status")).read();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(status));
        } else {
            new StatusText(Style.ofTerminal()).lines(status).forEach(out::println);
        }
        return status.problems().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
