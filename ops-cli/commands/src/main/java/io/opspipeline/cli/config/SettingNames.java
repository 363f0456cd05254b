package io.opspipeline.cli.config;

import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Words;
import io.opspipeline.runtime.setting.Setting;
import io.opspipeline.runtime.setting.SettingsCatalogue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Finds the setting that a person means: by its key, by a name that users of the predecessor type,
/// or by the end of its key where only one setting ends so.
final class SettingNames {

    /// Names of the predecessor.
    static final Map<String, String> PREDECESSOR =
            Map.of("confidence", "signals.confidence.option");

    private final SettingsCatalogue catalogue;

    SettingNames(SettingsCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// The setting of a name.
    ///
    /// @throws CommandFailure with exit code 2 when there is none, or more than one
    Setting find(String typed) {
        String name = typed.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        Optional<Setting> exact = catalogue.find(PREDECESSOR.getOrDefault(name, name));
        return exact.orElseGet(() -> byEnding(typed, name));
    }

    private Setting byEnding(String typed, String name) {
        List<Setting> meant =
                catalogue.settings().stream()
                        .filter(setting -> setting.key().endsWith("." + name))
                        .toList();
        if (meant.size() > 1) {
            throw bad(
                    "'%s' could be %s; give the whole key"
                            .formatted(
                                    typed,
                                    String.join(", ", meant.stream().map(Setting::key).toList())));
        }
        return meant.stream().findFirst().orElseThrow(() -> unknown(typed, name));
    }

    private CommandFailure unknown(String typed, String name) {
        Map<String, String> keys = endings();
        String hint =
                Words.nearest(name, keys.keySet())
                        .map(near -> "; did you mean '" + keys.get(near) + "'?")
                        .orElse("; all of them: ops-cli config list");
        return bad("unknown setting '" + typed + "'" + hint);
    }

    /// Every whole key and every end of one, with its key.
    private Map<String, String> endings() {
        Map<String, String> keys = new TreeMap<>();
        for (Setting setting : catalogue.settings()) {
            String end = setting.key();
            keys.put(end, setting.key());
            while (end.indexOf('.') >= 0) {
                end = end.substring(end.indexOf('.') + 1);
                keys.putIfAbsent(end, setting.key());
            }
        }
        PREDECESSOR.forEach(keys::put);
        return keys;
    }

    private static CommandFailure bad(String message) {
        return new CommandFailure(ExitCode.BAD_INPUT, message);
    }
}
