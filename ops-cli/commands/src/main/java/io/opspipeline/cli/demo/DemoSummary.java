package io.opspipeline.cli.demo;

import io.opspipeline.cli.output.Style;
import io.opspipeline.cli.output.TextTable;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.local.day.DayResult;
import io.opspipeline.local.day.TradingDay;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is said when the day is over.
final class DemoSummary {

    private static final String TRADES =
            """
            select account_id, symbol, quantity, entry_price, exit_price, round(pnl, 2), exit_reason
            from outcomes order by ended_at, account_id, symbol
            """;

    private final Style style;

    DemoSummary(Style style) {
        this.style = style;
    }

    List<String> lines(DayResult result, TradingDay day, Path report) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(style.strong("trades"));
        lines.addAll(trades(day).lines());
        lines.add("");
        lines.add(style.strong("exits:  ") + counts(result.exits()));
        lines.add(style.strong("skips:  ") + counts(result.skips()));
        lines.add("");
        lines.addAll(accounts(result).lines());
        lines.add("");
        lines.add(invariants(result));
        lines.add(
                "services up in %.1f s, the day took %s s; %,d bars, %,d features, %d orders, %d fills"
                        .formatted(
                                day.startTime().toMillis() / 1000.0,
                                result.wallSeconds(),
                                result.bars(),
                                result.features(),
                                result.orders(),
                                result.fills()));
        lines.add("time by stage: " + stages(day));
        lines.add("journal " + result.journalSha256());
        lines.add("report  " + report);
        lines.add("");
        lines.add("next: ops-cli/ops-cli why NVDA          what became of each of its signals");
        lines.add("      ops-cli/ops-cli data --query skips  why signals did not become trades");
        lines.add("      ops-cli/ops-cli demo --seed 7       another day");
        return lines;
    }

    private static TextTable trades(TradingDay day) {
        TextTable table =
                TextTable.of("account", "symbol", "qty", "entry", "exit", "profit", "reason");
        JdbcClient.create(day.source())
                .sql(TRADES)
                .query(row -> {
                    table.row(
                            row.getString(1),
                            row.getString(2),
                            row.getInt(3),
                            row.getBigDecimal(4),
                            row.getBigDecimal(5),
                            row.getBigDecimal(6),
                            row.getString(7));
                });
        return table;
    }

    private static TextTable accounts(DayResult result) {
        TextTable table =
                TextTable.of(
                        "account", "start", "end", "profit", "spread", "fees", "closed", "wins",
                        "losses", "open");
        result.accounts()
                .forEach(each ->
                        table.row(
                                each.account(),
                                each.equityStart(),
                                each.equityEnd(),
                                each.pnl(),
                                each.spreadCost(),
                                each.fees(),
                                each.closed(),
                                each.wins(),
                                each.losses(),
                                each.open()));
        return table;
    }

    private String invariants(DayResult result) {
        int broken = result.invariants().broken().size();
        if (broken == 0) {
            return style.good(
                    "%d invariants checked against the exchange's books, none broken"
                            .formatted(result.invariants().checked()));
        }
        return style.bad(
                "%d invariants broken: %s"
                        .formatted(broken, String.join("; ", result.invariants().broken())));
    }

    private static String stages(TradingDay day) {
        return day.stageTimes().entrySet().stream()
                .sorted(Map.Entry.<Stage, Duration>comparingByValue().reversed())
                .map(each ->
                        "%s %.1f s"
                                .formatted(
                                        each.getKey().name().toLowerCase(Locale.ROOT),
                                        each.getValue().toMillis() / 1000.0))
                .collect(Collectors.joining(", "));
    }

    private static String counts(SortedMap<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }
}
