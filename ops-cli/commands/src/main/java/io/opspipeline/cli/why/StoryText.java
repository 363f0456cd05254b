package io.opspipeline.cli.why;

import io.opspipeline.cli.output.Decimals;
import io.opspipeline.cli.output.MarketTime;
import io.opspipeline.cli.output.Style;
import io.opspipeline.cli.output.TextTable;
import io.opspipeline.cli.why.Story.AccountStory;
import io.opspipeline.cli.why.Story.Denied;
import io.opspipeline.cli.why.Story.SignalStory;
import io.opspipeline.domain.calendar.NewYork;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The story of a ticker as text; times in New York, with their date unless all signals are of one
/// session and the time is of that session, too.
final class StoryText {

    private final Style style;
    private final Story story;
    private final Set<LocalDate> sessions;

    StoryText(Style style, Story story) {
        this.style = style;
        this.story = story;
        this.sessions =
                story.signals().stream()
                        .map(signal -> NewYork.dateOf(signal.barAt()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s: %d signals%s%s"
                        .formatted(
                                style.strong(story.ticker()),
                                story.signals().size(),
                                story.since()
                                        .map(since -> " since " + MarketTime.dated(since))
                                        .orElse(""),
                                story.earlier() == 0
                                        ? ""
                                        : ", %d before that (--since)".formatted(story.earlier())));
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

    private String time(Instant at) {
        return sessions.equals(Set.of(NewYork.dateOf(at)))
                ? MarketTime.time(at)
                : MarketTime.dated(at);
    }

    private void add(List<String> lines, SignalStory signal) {
        lines.add("");
        lines.add(
                style.strong(
                        "%s %s  confidence %s  close %s  volume ratio %s  sentiment %s"
                                .formatted(
                                        time(signal.barAt()),
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

    private String ended(String reason, Story.Exit exit) {
        return " by %s at %s for %s, profit %s"
                .formatted(
                        reason,
                        exit.at().map(this::time).orElse("-"),
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

    private void addOrders(List<String> lines, AccountStory account) {
        if (account.orders().isEmpty()) {
            return;
        }
        TextTable orders =
                TextTable.of("order", "at", "side", "qty", "limit", "state", "filled", "denial");
        account.orders()
                .forEach(order ->
                        orders.row(
                                order.clientOrderId(),
                                time(order.at()),
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
                                                time(fill.at()),
                                                fill.side(),
                                                fill.quantity(),
                                                Decimals.text(fill.price()),
                                                Decimals.text(fill.fees()))));
    }

    private static void indent(List<String> lines, TextTable table) {
        table.lines().forEach(line -> lines.add("    " + line));
    }
}
