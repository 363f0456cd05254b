package io.opspipeline.cli.position;

import io.opspipeline.cli.output.MarketTime;
import io.opspipeline.cli.output.TextTable;
import io.opspipeline.cli.position.Held.HeldLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What is held as text; times in New York.
public final class HeldText {

    private HeldText() {}

    /// Positions, then orders at work.
    public static List<String> lines(Held held) {
        List<String> lines = new ArrayList<>(positions(held.positions()));
        if (!held.orders().isEmpty()) {
            lines.add("");
            lines.addAll(orders(held).lines());
        }
        return lines;
    }

    /// Positions alone.
    public static List<String> positions(List<HeldLine> positions) {
        if (positions.isEmpty()) {
            return List.of("no open positions");
        }
        TextTable table =
                TextTable.of(
                        "account",
                        "position",
                        "qty",
                        "entry",
                        "mark",
                        "age",
                        "profit",
                        "%",
                        "stop",
                        "target",
                        "peak",
                        "state",
                        "nearest exit");
        positions.forEach(each ->
                table.row(
                        each.account(),
                        each.symbol(),
                        each.quantity(),
                        each.entry(),
                        each.mark(),
                        each.markAgeSeconds().map(Duration::ofSeconds).map(MarketTime::age),
                        each.profit(),
                        each.profitPercent(),
                        each.stop(),
                        each.target(),
                        each.peak(),
                        each.state(),
                        each.nearestExit()));
        return table.lines();
    }

    private static TextTable orders(Held held) {
        TextTable table =
                TextTable.of(
                        "order at work",
                        "since",
                        "side",
                        "symbol",
                        "qty",
                        "filled",
                        "limit",
                        "state",
                        "exit");
        held.orders()
                .forEach(each ->
                        table.row(
                                each.clientOrderId(),
                                MarketTime.time(each.at()),
                                each.side(),
                                each.symbol(),
                                each.quantity(),
                                each.filled(),
                                each.limit(),
                                each.state(),
                                each.exitRule()));
        return table;
    }
}
