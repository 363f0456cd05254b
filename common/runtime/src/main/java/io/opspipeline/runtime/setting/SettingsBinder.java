package io.opspipeline.runtime.setting;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes settings records from configured text, as strictly as the mode asks.
public final class SettingsBinder {

    private final RunMode mode;

    /// A binder for a mode.
    public SettingsBinder(RunMode mode) {
        this.mode = mode;
    }

    /// The most lenient binder: safety floors may be lowered.
    public static SettingsBinder simulated() {
        return new SettingsBinder(RunMode.SIMULATED);
    }

    /// How strict it is.
    RunMode mode() {
        return mode;
    }

    /// Makes a record from the values given and the defaults of the others.
    ///
    /// @param type a record with [SettingsPrefix]
    /// @param values text by full key; every key must belong to the record
    /// @throws SettingsException naming the first key that is unknown, missing, of the wrong type,
    ///   out of range or below its safety floor
    public <T extends Record> T bind(Class<T> type, Map<String, String> values) {
        SettingsCatalogue.of(List.of(type)).check(values);
        return type.cast(
                SettingsRecord.of(type)
                        .make(slot -> slot.value(given(values, slot.setting().key()), mode)));
    }

    private static Optional<String> given(Map<String, String> values, String key) {
        return Optional.ofNullable(values.get(key));
    }
}
