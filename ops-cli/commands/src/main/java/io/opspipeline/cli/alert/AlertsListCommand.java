package io.opspipeline.cli.alert;

import io.opspipeline.cli.output.Json;
import io.opspipeline.cli.output.MarketTime;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.ports.alert.Alerts.Severity;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows alerts, newest first, and how far each channel is with them.
@Command(
        name = "list",
        description = "Shows alerts, newest first, and whether they arrived.",
        mixinStandardHelpOptions = true)
final class AlertsListCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--since",
            description = "how far back in market time, such as 30m, 1h, 2d; default 24h",
            paramLabel = "TIME")
    private String since = "24h";

    @Option(
            names = "--severity",
            description = "the mildest shown: ${COMPLETION-CANDIDATES}; default INFO",
            paramLabel = "SEVERITY")
    private Severity severity = Severity.INFO;

    @Option(names = "--json", description = "one JSON array of objects")
    private boolean json;

    @Override
    public Integer call() {
        Duration back = duration();
        List<AlertLine> alerts =
                new AlertReader(Home.currentDatabase().sessions("ops-cli alerts"))
                        .read(back, severity);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(alerts));
        } else {
            alerts.forEach(alert -> out.println(text(alert)));
            out.println(alerts.size() + " alerts");
        }
        return ExitCode.DONE;
    }

    private Duration duration() {
        try {
            Duration back = DurationStyle.SIMPLE.parse(since);
            if (back.isPositive()) {
                return back;
            }
        } catch (IllegalArgumentException _) {
            // Said below, as for a time that is not before now.
        }
        throw new CommandFailure(
                ExitCode.BAD_INPUT,
                "--since: '%s' is not a time such as 30m, 1h, 2d".formatted(since));
    }

    private static String text(AlertLine alert) {
        return "%s %-8s %s%s%n    %s"
                .formatted(
                        MarketTime.dated(alert.at()),
                        alert.severity(),
                        alert.account().map(account -> account + ": ").orElse(""),
                        alert.message(),
                        alert.delivered());
    }
}
