package io.opspipeline.cli.up;

import io.opspipeline.cli.output.Json;
import io.opspipeline.cli.output.Style;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.local.up.ControlAnswer;
import io.opspipeline.local.up.ControlClient;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Lists, stops and starts the processes of a run.
@Command(
        name = "services",
        description = "Lists, stops and starts the processes that `up` has started.",
        synopsisSubcommandLabel = "(list | stop NAME | start NAME | restart NAME)",
        mixinStandardHelpOptions = true)
public final class ServicesCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(
                spec.commandLine(), "say list, stop NAME, start NAME or restart NAME");
    }

    @Command(
            name = "list",
            description = "Every process: state, number, restarts, memory.",
            mixinStandardHelpOptions = true)
    int list(@Option(names = "--json", description = "print one JSON object") boolean json) {
        return told("state", json);
    }

    @Command(
            name = "stop",
            description = {
                "Stops services in order; they stay stopped until `services start`. The dispatcher",
                "serves both accounts."
            },
            mixinStandardHelpOptions = true)
    int stop(
            @Parameters(paramLabel = "NAME", arity = "1..*", description = "a service")
                    List<String> names,
            @Option(names = "--json", description = "print one JSON object") boolean json) {
        return told("stop " + joined(names), json);
    }

    @Command(name = "start", description = "Starts services.", mixinStandardHelpOptions = true)
    int start(
            @Parameters(paramLabel = "NAME", arity = "1..*", description = "a service")
                    List<String> names,
            @Option(names = "--json", description = "print one JSON object") boolean json) {
        return told("start " + joined(names), json);
    }

    @Command(
            name = "restart",
            description = "Stops services in order and starts them again.",
            mixinStandardHelpOptions = true)
    int restart(
            @Parameters(paramLabel = "NAME", arity = "1..*", description = "a service")
                    List<String> names,
            @Option(names = "--json", description = "print one JSON object") boolean json) {
        return told("restart " + joined(names), json);
    }

    private Style style() {
        return Style.coloured(spec.commandLine().getColorScheme().ansi().enabled());
    }

    private static String joined(List<String> names) {
        return String.join(" ", names);
    }

    private int told(String words, boolean json) {
        ControlAnswer answer =
                ControlClient.in(Home.folder())
                        .tell(words)
                        .orElseThrow(() ->
                                new CommandFailure(
                                        ExitCode.NOT_UP,
                                        "nothing is up in %s; start it with: ops-cli up"
                                                .formatted(Home.folder())));
        if (!answer.done()) {
            throw new CommandFailure(ExitCode.BAD_INPUT, answer.message());
        }
        PrintWriter out = spec.commandLine().getOut();
        answer.state()
                .ifPresent(run -> {
                    if (json) {
                        out.println(Json.of(run));
                    } else {
                        new RunText(style()).lines(run).forEach(out::println);
                    }
                });
        return ExitCode.DONE;
    }
}
