package io.opspipeline.cli.watch;

import io.opspipeline.cli.output.MarketTime;
import io.opspipeline.cli.output.Style;
import io.opspipeline.cli.output.TextTable;
import io.opspipeline.cli.position.HeldText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A frame as lines of text; times in New York. What matters most stands highest, because a small
/// terminal shows only the top.
final class FrameText {

    private static final int SERVICES_A_LINE = 3;

    private final Style style;

    FrameText(Style style) {
        this.style = style;
    }

    List<String> lines(Frame frame) {
        List<String> lines = new ArrayList<>();
        lines.add(heading(frame));
        frame.alerts().stream()
                .filter(alert -> alert.severity().equals("CRITICAL"))
                .forEach(alert -> lines.add(style.bad(alert(alert))));
        lines.add("");
        lines.addAll(accounts(frame).lines());
        lines.add("");
        lines.addAll(services(frame));
        lines.add("");
        lines.addAll(HeldText.positions(frame.held().positions()));
        section(lines, "last signals", signals(frame));
        section(lines, "last orders", orders(frame));
        section(
                lines,
                "alerts",
                frame.alerts().stream()
                        .filter(alert -> !alert.severity().equals("CRITICAL"))
                        .map(FrameText::alert)
                        .toList());
        return lines;
    }

    private String heading(Frame frame) {
        return "%s  %s  %s  %s"
                .formatted(
                        style.strong(frame.now().mode().orElse("mode not known yet")),
                        frame.now().at().map(MarketTime::dated).orElse("no market time yet"),
                        frame.now().isOpen() ? style.good("open") : "closed",
                        style.faint("build " + frame.build().orElse("none yet")));
    }

    private static TextTable accounts(Frame frame) {
        TextTable table =
                TextTable.of(
                        "account",
                        "state",
                        "equity",
                        "today",
                        "loss limit",
                        "open",
                        "of",
                        "entries",
                        "of",
                        "exposure",
                        "of");
        frame.accounts()
                .forEach(each ->
                        table.row(
                                each.account(),
                                each.state() + MarketTime.until(each.until()),
                                each.equity(),
                                each.profit(),
                                each.lossLimit(),
                                each.open(),
                                each.maxPositions(),
                                each.entries(),
                                each.dailyEntries(),
                                each.exposure(),
                                each.maxExposure()));
        return table;
    }

    private List<String> services(Frame frame) {
        if (frame.services().isEmpty()) {
            return List.of("no service has shown a sign of life yet");
        }
        List<String> lines = new ArrayList<>();
        for (int first = 0; first < frame.services().size(); first += SERVICES_A_LINE) {
            lines.add(
                    frame.services().stream()
                            .skip(first)
                            .limit(SERVICES_A_LINE)
                            .map(this::service)
                            .collect(Collectors.joining("  "))
                            .stripTrailing());
        }
        return lines;
    }

    private String service(ServiceLine line) {
        String text =
                "%-38s"
                        .formatted(
                                "%s %s%s %s"
                                        .formatted(
                                                line.service(),
                                                line.state(),
                                                line.age()
                                                        .map(age -> " " + MarketTime.age(age))
                                                        .orElse(""),
                                                line.detail()));
        return line.good() ? text : style.bad(text);
    }

    private void section(List<String> lines, String title, List<String> content) {
        if (!content.isEmpty()) {
            lines.add("");
            lines.add(style.strong(title));
            content.forEach(line -> lines.add("  " + line));
        }
    }

    private static List<String> signals(Frame frame) {
        return frame.signals().stream()
                .map(each ->
                        "%s %-5s %-8s %.2f  %s"
                                .formatted(
                                        MarketTime.time(each.at()),
                                        each.ticker(),
                                        each.action(),
                                        each.confidence(),
                                        each.dispositions()))
                .toList();
    }

    private static List<String> orders(Frame frame) {
        return frame.orders().stream()
                .map(each ->
                        "%s %-8s %-4s %d %s limit %s  %s%s"
                                .formatted(
                                        MarketTime.time(each.at()),
                                        each.account(),
                                        each.side(),
                                        each.quantity(),
                                        each.symbol(),
                                        each.limit().map(Object::toString).orElse("none"),
                                        each.state(),
                                        each.price()
                                                .map(price ->
                                                        " %d at %s"
                                                                .formatted(
                                                                        each.filled(),
                                                                        price.stripTrailingZeros()
                                                                                .toPlainString()))
                                                .orElse("")))
                .toList();
    }

    private static String alert(Frame.AlertLine alert) {
        return "%s %s %s"
                .formatted(MarketTime.dated(alert.at()), alert.severity(), alert.message());
    }
}
