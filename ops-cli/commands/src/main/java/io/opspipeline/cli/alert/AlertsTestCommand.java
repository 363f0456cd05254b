package io.opspipeline.cli.alert;

import io.opspipeline.cli.output.Json;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.local.alert.AlertSettings;
import io.opspipeline.local.alert.Sent;
import io.opspipeline.local.alert.TestAlert;
import io.opspipeline.local.alert.TestAlert.Tried;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.setting.SettingsException;
import io.opspipeline.runtime.time.MachineTime;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Sends a test alert through every channel. Needs no database.
@Command(
        name = "test",
        description = {
            "Sends a test alert through every channel and tells which took it. Exit code 1 when one",
            "did not, 3 when there is none besides the log. Channels are set by OPS_ALERT_... in the",
            "environment or in alerts.properties in the home folder."
        },
        mixinStandardHelpOptions = true)
final class AlertsTestCommand implements Callable<Integer> {

    private final Map<String, String> environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--json", description = "one JSON array of objects")
    private boolean json;

    @SuppressWarnings("unused") // made by picocli
    AlertsTestCommand() {
        this(System.getenv());
    }

    AlertsTestCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    /// What came of a channel.
    ///
    /// @param reason why it did not take it
    private record Line(String channel, String place, boolean delivered, Optional<String> reason) {}

    @Override
    public Integer call() throws InterruptedException {
        AlertSettings settings = settings();
        List<Line> lines =
                TestAlert.send(settings, mode(), MachineTime.clock().instant()).stream()
                        .map(AlertsTestCommand::line)
                        .toList();
        print(lines);
        if (!lines.stream().allMatch(Line::delivered)) {
            return ExitCode.FAILED;
        }
        if (lines.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.NOTHING_YET,
                    "no channel is set besides the log; set OPS_ALERT_WEBHOOK_URL or"
                            + " OPS_ALERT_SMTP_HOST, see docs/alerts.md");
        }
        return ExitCode.DONE;
    }

    private AlertSettings settings() {
        try {
            return AlertSettings.read(environment, Home.folder());
        } catch (SettingsException wrong) {
            throw badInput(wrong);
        }
    }

    private RunMode mode() {
        try {
            return RunMode.of(environment.getOrDefault("OPS_RUN_MODE", RunMode.SIMULATED.name()));
        } catch (SettingsException wrong) {
            throw badInput(wrong);
        }
    }

    private static CommandFailure badInput(SettingsException wrong) {
        return new CommandFailure(ExitCode.BAD_INPUT, String.valueOf(wrong.getMessage()));
    }

    private void print(List<Line> lines) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(lines));
            return;
        }
        lines.forEach(each ->
                out.println(
                        "%-8s %s: %s"
                                .formatted(
                                        each.channel(),
                                        each.place(),
                                        each.reason()
                                                .map(why -> "failed, " + why)
                                                .orElse("delivered"))));
    }

    private static Line line(Tried tried) {
        return switch (tried.sent()) {
            case Sent.Taken _ -> new Line(tried.channel(), tried.place(), true, Optional.empty());
            case Sent.Failed(String reason) ->
                    new Line(tried.channel(), tried.place(), false, Optional.of(reason));
        };
    }
}
