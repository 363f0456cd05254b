package io.opspipeline.cli.status;

import io.opspipeline.cli.output.Json;
import io.opspipeline.cli.output.Style;
import io.opspipeline.cli.output.TextTable;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.domain.calendar.NewYork;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows where the pipeline stands.
@Command(
        name = "status",
        description = "Shows accounts, jobs, signs of life and alerts of the last run.",
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
        if (json) {
            spec.commandLine().getOut().println(Json.of(status));
        } else {
            show(status, spec.commandLine().getOut(), Style.ofTerminal());
        }
        return ExitCode.DONE;
    }

    private static void show(Status status, PrintWriter out, Style style) {
        out.println(
                style.strong(status.mode())
                        + "  database "
                        + status.database()
                        + "  market time "
                        + status.asOf().map(StatusCommand::time).orElse("none yet"));
        out.println();
        out.println(accounts(status));
        out.println();
        out.println(jobs(status));
        out.println();
        TextTable beats = TextTable.of("service", "account", "last beat", "reconciled");
        status.heartbeats()
                .forEach(beat ->
                        beats.row(
                                beat.service(),
                                beat.account(),
                                time(beat.at()),
                                beat.reconciled() ? "yes" : "no"));
        out.println(beats);
        status.capabilities().forEach(each -> out.println(each.name() + ": " + each.value()));
        status.alerts()
                .forEach(alert ->
                        out.println(
                                "%s %s %s"
                                        .formatted(
                                                time(alert.at()),
                                                alert.severity(),
                                                alert.message())));
    }

    private static TextTable accounts(Status status) {
        TextTable table =
                TextTable.of(
                        "account",
                        "strategy",
                        "state",
                        "why",
                        "equity",
                        "open",
                        "entries",
                        "closed",
                        "pnl");
        status.accounts()
                .forEach(each ->
                        table.row(
                                each.account(),
                                each.strategy(),
                                each.tradingState(),
                                each.why(),
                                each.equity(),
                                each.open(),
                                each.entries(),
                                each.closed(),
                                each.pnl()));
        return table;
    }

    private static TextTable jobs(Status status) {
        TextTable table =
                TextTable.of("job", "account", "last run", "status", "items", "of", "failures");
        status.jobs()
                .forEach(each ->
                        table.row(
                                each.job().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                                each.account(),
                                time(each.at()),
                                each.status(),
                                each.items(),
                                each.expected(),
                                each.failures()));
        return table;
    }

    private static String time(Instant at) {
        return NewYork.dateOf(at) + " " + NewYork.timeOf(at).truncatedTo(ChronoUnit.SECONDS);
    }
}
