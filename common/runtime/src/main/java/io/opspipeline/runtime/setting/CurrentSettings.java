package io.opspipeline.runtime.setting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Settings that an operator may change while the process runs. A stored value that is bad leaves
/// the last good record in place and shows as a fault; whoever sends entries stops while there is
/// one.
///
/// @param <T> a record with [SettingsPrefix]
public final class CurrentSettings<T extends Record> implements Supplier<T> {

    private final Class<T> type;
    private final SettingsBinder binder;
    private final Map<String, String> configured;
    private final Map<String, String> overrides;
    private volatile State<T> state;

    /// The settings as the process started with them.
    ///
    /// @param configured values from files and the environment, by key
    /// @param overrides values from the command line, which win over stored ones
    /// @throws SettingsException when a value is bad
    public CurrentSettings(
            Class<T> type,
            SettingsBinder binder,
            Map<String, String> configured,
            Map<String, String> overrides) {
        this.type = type;
        this.binder = binder;
        this.configured = Map.copyOf(configured);
        this.overrides = Map.copyOf(overrides);
        this.state = new State<>(bind(Map.of()), Optional.empty());
    }

    /// The last good settings.
    @Override
    public T get() {
        return state.good();
    }

    /// What is wrong with the stored values; empty when they are in force.
    public Optional<String> fault() {
        return state.fault();
    }

    /// Takes the stored values over.
    ///
    /// @param stored values by key; those of other records are left alone
    /// @return the fault, empty when the values are in force now
    public Optional<String> reload(Map<String, String> stored) {
        try {
            state = new State<>(bind(mine(stored)), Optional.empty());
        } catch (SettingsException e) {
            state = new State<>(state.good(), Optional.of(String.valueOf(e.getMessage())));
        }
        return state.fault();
    }

    private T bind(Map<String, String> stored) {
        Map<String, String> values = new LinkedHashMap<>(configured);
        values.putAll(stored);
        values.putAll(overrides);
        return binder.bind(type, values);
    }

    private Map<String, String> mine(Map<String, String> stored) {
        String start = SettingsRecord.of(type).key() + ".";
        return stored.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(start))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private record State<T>(T good, Optional<String> fault) {}
}
