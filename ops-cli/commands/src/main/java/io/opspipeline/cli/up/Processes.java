package io.opspipeline.cli.up;

import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.ServiceChoice;
import io.opspipeline.cli.shell.ServiceName;
import io.opspipeline.local.up.ControlAnswer;
import io.opspipeline.local.up.ControlClient;
import io.opspipeline.local.up.ExchangeProcess;
import io.opspipeline.local.up.RunState;
import java.util.List;
import java.util.stream.Collectors;

/// What commands tell the supervisor of this home.
final class Processes {

    private Processes() {}

    /// Tells it something.
    ///
    /// @return how the run is then
    /// @throws CommandFailure when nothing is up, or it refuses
    static RunState tell(String words) {
        ControlAnswer answer =
                ControlClient.in(Home.folder())
                        .tell(words)
                        .orElseThrow(() ->
                                new CommandFailure(
                                        ExitCode.NOT_UP,
                                        "nothing is up in %s; start it with: ops-cli up"
                                                .formatted(Home.folder())));
        return answer.state()
                .orElseThrow(() -> new CommandFailure(ExitCode.BAD_INPUT, answer.message()));
    }

    /// The processes that people mean, separated by blanks.
    ///
    /// @throws CommandFailure naming a name that means none, or a part of one
    static String named(List<String> names) {
        return names.stream().map(Processes::named).collect(Collectors.joining(" "));
    }

    private static String named(String name) {
        if (name.equals(ExchangeProcess.NAME)) {
            return name;
        }
        ServiceChoice choice = ServiceName.typed(name);
        choice.account()
                .ifPresent(account -> {
                    throw new CommandFailure(
                            ExitCode.BAD_INPUT,
                            ("one %s serves every account here; to stop the entries of one:"
                                            + " ops-cli halt --account %s")
                                    .formatted(choice.service().label(), account));
                });
        return choice.service().label();
    }
}
