package io.opspipeline.cli.account;

import io.opspipeline.cli.output.Style;
import io.opspipeline.cli.output.TextTable;
import io.opspipeline.cli.shell.Place;
import java.util.ArrayList;
import java.util.List;

/// Accounts and their limits as text.
final class AccountText {

    private final Style style;

    AccountText(Style style) {
        this.style = style;
    }

    /// Where they are, and a row for each.
    List<String> shown(List<AccountLine> accounts, Place place) {
        TextTable table =
                TextTable.of(
                        "account",
                        "number",
                        "strategy",
                        "tier",
                        "actions",
                        "daily loss",
                        "positions",
                        "entries",
                        "exposure",
                        "enabled");
        accounts.forEach(each ->
                table.row(
                        each.account(),
                        each.brokerNumber(),
                        each.strategy(),
                        each.tier(),
                        each.actions(),
                        each.dailyLoss(),
                        each.positions(),
                        each.entries(),
                        each.exposure(),
                        each.enabled() ? "yes" : "no"));
        List<String> lines = new ArrayList<>(List.of(style.strong(place.toString())));
        lines.addAll(table.lines());
        return lines;
    }

    /// The same after a change, and what was changed.
    List<String> changed(AccountLine account, Place place) {
        List<String> lines = shown(List.of(account), place);
        account.changes()
                .forEach(change ->
                        lines.add(
                                "%s: %s -> %s"
                                        .formatted(
                                                change.name(),
                                                change.from(),
                                                style.strong(change.to()))));
        lines.add(
                style.faint(
                        account.changes().isEmpty()
                                ? "nothing was changed: it is so already"
                                : "services go by it from their next run on; nothing need be started anew"));
        return lines;
    }
}
