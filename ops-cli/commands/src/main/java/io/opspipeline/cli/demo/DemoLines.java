package io.opspipeline.cli.demo;

import io.opspipeline.cli.output.MarketTime;
import io.opspipeline.cli.output.Style;
import io.opspipeline.cli.output.TextTable;
import io.opspipeline.exchange.market.MarketDescription;
import io.opspipeline.local.day.DaySnapshot;
import io.opspipeline.local.day.TradingDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The day at one moment as lines of text; times in New York.
final class DemoLines {

    private static final int BAR = 40;

    private final Style style;
    private final MarketDescription market;

    DemoLines(Style style, MarketDescription market) {
        this.style = style;
        this.market = market;
    }

    /// What is said before the day begins.
    List<String> started(TradingDay day) {
        List<String> lines = new ArrayList<>();
        lines.add("services up in %.1f s".formatted(day.startTime().toMillis() / 1000.0));
        lines.add(
                style.strong(
                        "%s, %d tickers, seed %d; market: %s"
                                .formatted(
                                        market.day(),
                                        day.market().tickers().size(),
                                        market.seed(),
                                        market.mode())));
        market.remarks().forEach(remark -> lines.add(style.faint("  " + remark)));
        return lines;
    }

    /// One line.
    String summary(DaySnapshot now) {
        return "%s  %s  open %d  signals %s"
                .formatted(
                        MarketTime.time(now.marketTime()),
                        now.accounts().stream()
                                .map(each -> each.account() + " " + each.now())
                                .collect(Collectors.joining("  ")),
                        now.positions().size(),
                        now.signals().isEmpty()
                                ? "none yet"
                                : "last " + now.signals().getFirst().ticker());
    }

    /// The whole screen.
    List<String> of(DaySnapshot now, int columns) {
        List<String> lines = new ArrayList<>();
        int filled = (int) Math.round(now.share() * BAR);
        lines.add(
                style.strong("%s %s".formatted(market.day(), MarketTime.time(now.marketTime())))
                        + "  "
                        + style.good("█".repeat(filled))
                        + style.faint("░".repeat(BAR - filled))
                        + "  %.0f %%".formatted(now.share() * 100));
        lines.add("");
        now.accounts().forEach(each -> lines.add(equity(each)));
        lines.add("");
        lines.addAll(positions(now));
        lines.add("");
        lines.add(style.strong("last signals"));
        now.signals().forEach(each -> lines.add("  " + signal(each)));
        lines.add("");
        lines.add(style.strong("why not: ") + skips(now));
        return lines;
    }

    private String equity(DaySnapshot.Equity each) {
        BigDecimal gain = each.now().subtract(each.start());
        return "%-8s %12s  %s"
                .formatted(each.account(), each.now(), style.signed(gain, "%+.2f".formatted(gain)));
    }

    private List<String> positions(DaySnapshot now) {
        if (now.positions().isEmpty()) {
            return List.of(style.faint("no open positions"));
        }
        TextTable table =
                TextTable.of("account", "position", "qty", "entry", "mark", "stop", "target", "");
        now.positions()
                .forEach(each ->
                        table.row(
                                each.account(),
                                each.symbol(),
                                each.quantity(),
                                each.entry(),
                                each.mark(),
                                each.stop(),
                                each.target(),
                                each.state()));
        return table.lines();
    }

    private static String signal(DaySnapshot.SignalLine each) {
        return "%s %-5s %-8s %s  %s"
                .formatted(
                        MarketTime.time(each.at()),
                        each.ticker(),
                        each.action(),
                        each.confidence(),
                        each.dispositions());
    }

    private static String skips(DaySnapshot now) {
        return now.skips().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(skip -> skip.getKey() + " " + skip.getValue())
                .collect(Collectors.joining("  "));
    }
}
