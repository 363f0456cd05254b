package io.opspipeline.cli.flatten;

import io.opspipeline.cli.output.Style;
import io.opspipeline.cli.output.TextTable;
import io.opspipeline.local.flatten.Flattened;
import java.util.ArrayList;
import java.util.List;

/// What was flattened, for people.
public final class FlattenedText {

    private FlattenedText() {}

    /// A row for each position, a line for each account.
    public static List<String> lines(List<Flattened> all, Style style) {
        TextTable table = TextTable.of("account", "symbol", "held", "sold", "average");
        List<String> lines = new ArrayList<>();
        for (Flattened each : all) {
            each.positions()
                    .forEach(position ->
                            table.row(
                                    each.account(),
                                    position.symbol(),
                                    position.held(),
                                    position.sold(),
                                    position.averagePrice()));
        }
        if (!table.isEmpty()) {
            lines.addAll(table.lines());
        }
        for (Flattened each : all) {
            if (each.refused()) {
                lines.add(refused(each));
                continue;
            }
            String verdict =
                    "%s: %d orders cancelled, %s"
                            .formatted(
                                    each.account(),
                                    each.cancelled(),
                                    each.flat() ? "flat" : "NOT flat");
            lines.add(each.flat() ? style.good(verdict) : style.bad(verdict));
            each.remarks().forEach(remark -> lines.add("  " + remark));
        }
        return lines;
    }

    private static String refused(Flattened account) {
        return "%s: not of this mode, the broker refuses its keys (%s)"
                .formatted(account.account(), String.join(", ", account.remarks()));
    }
}
