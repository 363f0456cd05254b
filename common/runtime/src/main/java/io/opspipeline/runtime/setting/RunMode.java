package io.opspipeline.runtime.setting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Against whom the system trades (trading rules, section 11). It chooses adapters, as a profile,
/// and how strict settings are; nothing else asks for it.
public enum RunMode {
    /// The simulated exchange.
    SIMULATED,
    /// The broker's paper accounts.
    PAPER,
    /// Real money.
    LIVE;

    /// The mode of a word in any case.
    ///
    /// @throws SettingsException naming the word and the known modes
    public static RunMode of(String word) {
        return Arrays.stream(values())
                .filter(mode -> mode.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() ->
                        new SettingsException(
                                "unknown run mode '%s'; known: %s"
                                        .formatted(word, List.of(values()))));
    }

    /// The Spring profile that wires this mode's adapters.
    public String profile() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// True when a safety floor may be lowered and a value may come from the command line.
    boolean isFreeToExperiment() {
        return this == SIMULATED;
    }
}
