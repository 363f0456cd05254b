package io.opspipeline.cli.why;

import io.opspipeline.cli.output.Decimals;
import io.opspipeline.cli.output.MarketTime;
import io.opspipeline.cli.output.Style;
import io.opspipeline.cli.output.TextTable;
import io.opspipeline.cli.why.Story.AccountStory;
import io.opspipeline.cli.why.Story.Denied;
import io.opspipeline.cli.why.Story.SignalStory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The story of a ticker as text; times in New York.
final class StoryText {

    private final Style style;

    StoryText(Style style) {
        this.style = style;
    }

    List<String> lines(Story story) {
        List<String> lines = new ArrayList<>();
        lines.add(style.strong(story.ticker()) + ": " + story.signals().size() + " signals");
        if (!story.nearMisses().isEmpty()) {
            lines.add(
                    "near misses, by the one condition that failed: "
                            + story.nearMisses().stream()
                                    .map(miss -> miss.condition() + " " + miss.count())
                                    .collect(Collectors.joining(", ")));
        }
        story.signals().forEach(signal -> add(lines, signal));
        return lines;
    }

    private void add(List<String> lines, SignalStory signal) {
        lines.add("");
        lines.add(
                style.strong(
                        "%s %s  confidence %s  close %s  volume ratio %s  sentiment %s"
                                .formatted(
                                        MarketTime.time(signal.barAt()),
                                        signal.action(),
                                        signal.confidence(),
                                        signal.close(),
                                        signal.volumeRatio(),
                                        signal.sentiment()
                                                .map(Object::toString)
                                                .orElse("absent"))));
        if (signal.accounts().isEmpty()) {
            lines.add("  no account has looked at it yet");
        }
        signal.accounts().forEach(account -> add(lines, account));
    }

    private void add(List<String> lines, AccountStory account) {
        lines.add(
                "  %s: %s%s"
                        .formatted(
                                account.account(),
                                style.strong(account.disposition()),
                                reason(account)));
        account.denial().ifPresent(denied -> add(lines, denied));
        if (!account.gates().isEmpty()) {
            TextTable gates = TextTable.of("gate", "result", "observed", "limit");
            account.gates()
                    .forEach(gate ->
                            gates.row(gate.code(), gate.result(), gate.observed(), gate.limit()));
            indent(lines, gates);
        }
        addCandidates(lines, account);
        addOrders(lines, account);
        account.exit()
                .ifPresent(exit ->
                        lines.add(
                                "    position %s%s"
                                        .formatted(
                                                exit.state(),
                                                exit.reason()
                                                        .map(reason -> ended(reason, exit))
                                                        .orElse(""))));
    }

    private static void add(List<String> lines, Denied denied) {
        lines.add("    %s, by %s".formatted(denied.code(), denied.by()));
        lines.add("    what it means: " + denied.meaning());
        lines.add("    what follows:  " + denied.then().replace("`", ""));
        lines.add("    what to do:    " + denied.remedy().replace("`", ""));
    }

    private static String reason(AccountStory account) {
        boolean isSaid =
                account.reason().equals(account.disposition())
                        || account.denial()
                                .filter(denied -> denied.code().equals(account.reason()))
                                .isPresent();
        return isSaid ? "" : " " + account.reason();
    }

    private static String ended(String reason, Story.Exit exit) {
        return " by %s at %s for %s, profit %s"
                .formatted(
                        reason,
                        exit.at().map(MarketTime::time).orElse("-"),
                        exit.price().map(Decimals::text).orElse("-"),
                        exit.pnl().map(Decimals::text).orElse("-"));
    }

    private static void addCandidates(List<String> lines, AccountStory account) {
        if (account.candidates().isEmpty()) {
            return;
        }
        TextTable table =
                TextTable.of(
                        "contract", "bid", "ask", "delta", "volume", "open int.", "score", "check");
        account.candidates()
                .forEach(each ->
                        table.row(
                                each.symbol(),
                                each.bid(),
                                each.ask(),
                                each.delta(),
                                each.volume(),
                                each.openInterest(),
                                each.score(),
                                each.chosen()
                                        ? "CHOSEN"
                                        : each.failedCheck()
                                                .map(check -> "failed " + check)
                                                .orElse("passed")));
        indent(lines, table);
    }

    private static void addOrders(List<String> lines, AccountStory account) {
        if (account.orders().isEmpty()) {
            return;
        }
        TextTable orders =
                TextTable.of("order", "at", "side", "qty", "limit", "state", "filled", "denial");
        account.orders()
                .forEach(order ->
                        orders.row(
                                order.clientOrderId(),
                                MarketTime.time(order.at()),
                                order.side(),
                                order.quantity(),
                                order.limit(),
                                order.state(),
                                order.filled(),
                                order.denial().map(Denied::code)));
        indent(lines, orders);
        account.fills()
                .forEach(fill ->
                        lines.add(
                                "    %s filled %s %d at %s, fees %s"
                                        .formatted(
                                                MarketTime.time(fill.at()),
                                                fill.side(),
                                                fill.quantity(),
                                                Decimals.text(fill.price()),
                                                Decimals.text(fill.fees()))));
    }

    private static void indent(List<String> lines, TextTable table) {
        table.lines().forEach(line -> lines.add("    " + line));
    }
}
