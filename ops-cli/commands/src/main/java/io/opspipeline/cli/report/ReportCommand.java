package io.opspipeline.cli.report;

import io.opspipeline.cli.market.MarketMoment;
import io.opspipeline.cli.output.TextTable;
import io.opspipeline.cli.report.ReportContent.Heading;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.ReadSession;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.runtime.time.MachineTime;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes the report of a day.
@Command(
        name = "report",
        description = {
            "Writes the page of a day from the current database and names it: equity, entries and",
            "exits, from signal to fill, trades; expectancy, win rate and drawdown of each account."
        },
        mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {

    @Mixin private final Voice voice = new Voice();

    @Option(
            names = "--day",
            paramLabel = "YYYY-MM-DD",
            description = "which session; default the newest")
    private @Nullable LocalDate day;

    /// What was written.
    record Written(LocalDate day, Path file, List<AccountCard> accounts) {}

    @Override
    public Integer call() {
        try (ReadSession session = ReadSession.ofCurrent("report")) {
            ReportReader reader = new ReportReader(session.jdbc());
            LocalDate date = day(reader.days());
            Optional<String> mode = MarketMoment.read(session.jdbc(), MachineTime.clock()).mode();
            ReportContent content = reader.read(date, heading(date, mode));
            Path file =
                    Report.write(content, Home.folder().resolve("report-%s.html".formatted(date)));
            voice.answer(new Written(date, file, content.accounts()), _ -> lines(content, file));
            return ExitCode.DONE;
        }
    }

    private LocalDate day(List<LocalDate> known) {
        if (known.isEmpty() || (day != null && !known.contains(day))) {
            throw new CommandFailure(
                    ExitCode.NOTHING_YET,
                    "nothing is known of %s; days with a report: %s"
                            .formatted(day == null ? "any day yet" : day, known));
        }
        return Optional.ofNullable(day).orElseGet(known::getLast);
    }

    private static Heading heading(LocalDate date, Optional<String> mode) {
        return new Heading(
                date + mode.map(", "::concat).orElse(""),
                List.of(),
                "change of the broker's equity",
                Optional.empty());
    }

    private static List<String> lines(ReportContent content, Path file) {
        TextTable table =
                TextTable.of(
                        "account",
                        "start",
                        "end",
                        "profit",
                        "fees",
                        "closed",
                        "won %",
                        "expectancy",
                        "drawdown",
                        "%",
                        "open");
        content.accounts()
                .forEach(card ->
                        table.row(
                                card.account(),
                                card.equityStart(),
                                card.equityEnd(),
                                card.profit(),
                                card.fees(),
                                card.closed(),
                                card.winPercent(),
                                card.expectancy(),
                                card.drawdown(),
                                card.drawdownPercent(),
                                card.open()));
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("report  " + file);
        return lines;
    }
}
