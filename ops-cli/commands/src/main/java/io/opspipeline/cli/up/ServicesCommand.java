package io.opspipeline.cli.up;

import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.local.up.RunState;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
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
        throw new ParameterException(
                spec.commandLine(), "say list, stop NAME, start NAME or restart NAME");
    }

    @Command(
            name = "list",
            description = "Every process: state, number, restarts, memory.",
            mixinStandardHelpOptions = true)
    int list(@Mixin Voice voice) {
        return shown(Processes.tell("state"), voice);
    }

    @Command(
            name = "stop",
            description = {
                "Stops services in order; they stay stopped until `services start`. The dispatcher",
                "serves all accounts."
            },
            mixinStandardHelpOptions = true)
    int stop(@Mixin Named named, @Mixin Voice voice) {
        return shown(Processes.tell("stop " + named.processes()), voice);
    }

    @Command(name = "start", description = "Starts services.", mixinStandardHelpOptions = true)
    int start(@Mixin Named named, @Mixin Voice voice) {
        return shown(Processes.tell("start " + named.processes()), voice);
    }

    @Command(
            name = "restart",
            description = "Stops services in order and starts them again.",
            mixinStandardHelpOptions = true)
    int restart(@Mixin Named named, @Mixin Voice voice) {
        return shown(Processes.tell("restart " + named.processes()), voice);
    }

    private static int shown(RunState run, Voice voice) {
        voice.answer(run, style -> new RunText(style).lines(run));
        return ExitCode.DONE;
    }

    /// The services that are meant.
    static final class Named {

        @Parameters(paramLabel = "NAME", arity = "1..*", description = "services")
        private List<String> names = List.of();

        String processes() {
            return Processes.named(names);
        }
    }
}
