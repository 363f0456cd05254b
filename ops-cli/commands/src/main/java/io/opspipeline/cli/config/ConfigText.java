package io.opspipeline.cli.config;

import io.opspipeline.cli.output.MarketTime;
import io.opspipeline.cli.output.Style;
import io.opspipeline.cli.output.TextTable;
import io.opspipeline.persistence.setting.SettingChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Settings and their changes as text; times in New York.
final class ConfigText {

    private final Style style;

    ConfigText(Style style) {
        this.style = style;
    }

    List<String> all(SettingsView view) {
        TextTable table = TextTable.of("setting", "value", "source", "default", "allowed");
        view.lines()
                .forEach(line ->
                        table.row(
                                line.key(),
                                line.value(),
                                line.source(),
                                line.defaultValue(),
                                line.range()));
        List<String> lines = new ArrayList<>(table.lines());
        view.lines().forEach(line -> line.note().ifPresent(note -> lines.add(bad(note))));
        view.strayFaults().forEach(fault -> lines.add(bad(fault)));
        return lines;
    }

    List<String> one(SettingLine line) {
        List<String> lines = new ArrayList<>();
        lines.add(style.strong(line.key() + " = " + line.value()));
        lines.add("  " + line.description());
        lines.add("  source   " + source(line));
        lines.add(
                "  default  "
                        + line.defaultValue().orElse("-")
                        + (line.floor() ? ", a safety floor" : ""));
        lines.add("  allowed  " + line.range().orElse("any value of its kind"));
        line.note().ifPresent(note -> lines.add("  " + bad(note)));
        return lines;
    }

    List<String> changed(ChangeLine change) {
        return List.of(
                style.strong("%s: %s -> %s".formatted(change.key(), change.from(), change.to()))
                        + MarketTime.until(change.until()),
                "running services take it over within a second; back with: ops-cli config undo "
                        + change.key());
    }

    List<String> removed(String key) {
        return List.of(
                style.strong(key + ": the stored value is removed"),
                "back with: ops-cli config undo " + key);
    }

    List<String> nothingStored(String key) {
        return List.of(key + ": nothing is stored, so nothing was changed");
    }

    List<String> history(List<SettingChange> changes) {
        TextTable table = TextTable.of("when", "who", "setting", "from", "to", "note");
        changes.forEach(change ->
                table.row(
                        MarketTime.dated(change.at()),
                        change.by(),
                        change.key(),
                        change.from().orElse("default"),
                        change.to().orElse("default"),
                        note(change)));
        return table.isEmpty() ? List.of("no setting was changed yet") : table.lines();
    }

    private static String note(SettingChange change) {
        return change.undoes().map(_ -> "undo").orElse("") + MarketTime.until(change.toUntil());
    }

    private static String source(SettingLine line) {
        Optional<String> stored =
                line.by()
                        .map(by ->
                                " by %s, %s%s"
                                        .formatted(
                                                by,
                                                line.at().map(MarketTime::dated).orElse("-"),
                                                MarketTime.until(line.until())));
        return line.source().equals("stored") ? line.source() + stored.orElse("") : line.source();
    }

    private String bad(String text) {
        return style.bad(text);
    }
}
