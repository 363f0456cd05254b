package io.opspipeline.cli.status;

import io.opspipeline.cli.output.MarketTime;
import io.opspipeline.cli.output.Style;
import io.opspipeline.cli.output.TextTable;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.JobSchedule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The status as text; times in New York.
final class StatusText {

    private final Style style;

    StatusText(Style style) {
        this.style = style;
    }

    List<String> lines(Status status) {
        List<String> lines = new ArrayList<>(heading(status));
        section(lines, accounts(status));
        section(lines, jobs(status));
        section(lines, beats(status));
        lines.add("");
        lines.add(style.strong("last signals"));
        status.signals()
                .forEach(each ->
                        lines.add(
                                "  %s %-5s %-8s %s"
                                        .formatted(
                                                MarketTime.time(each.at()),
                                                each.ticker(),
                                                each.action(),
                                                each.dispositions())));
        lines.add(style.strong("why not: ") + skips(status));
        status.capabilities().forEach(each -> lines.add(each.name() + ": " + each.value()));
        status.alerts()
                .forEach(each ->
                        lines.add(
                                "%s %s %s"
                                        .formatted(
                                                MarketTime.dated(each.at()),
                                                each.severity(),
                                                each.message())));
        return lines;
    }

    private List<String> heading(Status status) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s  build %s  database %s"
                        .formatted(
                                style.strong(status.mode().orElse("mode not known yet")),
                                status.build().orElse("none yet"),
                                status.database()));
        lines.add(
                "market time %s, %s, newest bar %s"
                        .formatted(
                                status.asOf().map(MarketTime::dated).orElse("none yet"),
                                status.marketOpen() ? "open" : "closed",
                                status.newestBar().map(MarketTime::dated).orElse("none yet")));
        status.lags().forEach(lag -> lines.add(lag(lag)));
        status.problems().forEach(problem -> lines.add(style.bad("not well: " + problem)));
        return lines;
    }

    private String lag(Status.DataLag lag) {
        String line = "%s: %s".formatted(lag.what(), lag.detail());
        return lag.good() ? line : style.bad(line);
    }

    private static void section(List<String> lines, TextTable table) {
        lines.add("");
        lines.addAll(table.lines());
    }

    private static TextTable accounts(Status status) {
        TextTable table =
                TextTable.of(
                        "account",
                        "strategy",
                        "state",
                        "why",
                        "equity",
                        "pnl today",
                        "realised",
                        "loss limit",
                        "open",
                        "of",
                        "entries",
                        "of",
                        "exposure",
                        "of",
                        "closed");
        status.accounts()
                .forEach(each ->
                        table.row(
                                each.account(),
                                each.strategy(),
                                each.tradingState() + MarketTime.until(each.until()),
                                each.why(),
                                each.equity().map(StatusText::dollars),
                                each.pnl().map(StatusText::dollars),
                                each.realised().map(StatusText::dollars),
                                each.dailyLossLimit(),
                                each.open(),
                                each.maxPositions(),
                                each.entries(),
                                each.dailyEntries(),
                                dollars(each.exposure()),
                                each.maxExposure(),
                                each.closed()));
        return table;
    }

    private static TextTable jobs(Status status) {
        TextTable table =
                TextTable.of(
                        "job",
                        "account",
                        "last run",
                        "age",
                        "due",
                        "status",
                        "items",
                        "of",
                        "failures");
        status.jobs()
                .forEach(each ->
                        table.row(
                                JobName.valueOf(each.job()).label(),
                                each.account(),
                                MarketTime.dated(each.at()),
                                age(status, each.at()),
                                due(JobSchedule.of(JobName.valueOf(each.job()))),
                                each.late() ? each.status() + ", late" : each.status(),
                                each.items(),
                                each.expected(),
                                each.failures()));
        return table;
    }

    private static TextTable beats(Status status) {
        TextTable table = TextTable.of("service", "account", "last beat", "age", "reconciled");
        status.heartbeats()
                .forEach(beat ->
                        table.row(
                                beat.service(),
                                beat.account(),
                                MarketTime.dated(beat.at()),
                                age(status, beat.at()),
                                beat.reconciled().map(is -> is ? "yes" : "no")));
        return table;
    }

    private static Optional<String> age(Status status, Instant at) {
        return status.asOf().map(now -> MarketTime.age(Duration.between(at, now)));
    }

    private static String due(JobSchedule schedule) {
        return schedule.every()
                .map(period -> "every " + MarketTime.age(period))
                .orElseGet(() -> "at " + schedule.at().orElseThrow());
    }

    private static String skips(Status status) {
        return status.skips().stream()
                .map(each -> each.code() + " " + each.count())
                .collect(Collectors.joining("  "));
    }

    private static String dollars(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
