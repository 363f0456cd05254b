package io.opspipeline.runtime.setting;

import io.opspipeline.ports.setting.SettingInForce;
import io.opspipeline.ports.setting.SettingInForce.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Settings that an operator may change while the process runs. A stored value that is bad leaves
/// the last good one in place and shows as a fault; whoever sends entries stops while there is one.
///
/// @param <T> a record with [SettingsPrefix]
public final class CurrentSettings<T extends Record> implements Supplier<T> {

    private final Class<T> type;
    private final SettingsBinder binder;
    private final SettingsCatalogue catalogue;
    private final Map<String, String> configured;
    private final Map<String, String> overrides;
    private final List<Consumer<T>> demands = new CopyOnWriteArrayList<>();
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
        this.catalogue = SettingsCatalogue.of(List.of(type));
        this.configured = Map.copyOf(configured);
        this.overrides = Map.copyOf(overrides);
        this.state = new State<>(bind(Map.of()), Map.of(), Map.of());
    }

    /// The last good settings.
    @Override
    public T get() {
        return state.good();
    }

    /// Has a part of the service judge values together: those in force now, and each set of stored
    /// ones before it is taken over.
    ///
    /// @param demand throws [IllegalArgumentException] or [SettingsException] to refuse them
    /// @throws SettingsException when those in force are refused, which ends the start
    public void require(Consumer<T> demand) {
        judge(demand, state.good());
        demands.add(demand);
    }

    /// What is wrong with the stored values; empty when they are in force.
    public Optional<String> fault() {
        return state.faults().values().stream().findFirst();
    }

    /// Everything that is wrong with the stored values, by key. Values that only together are wrong
    /// stand under what their keys begin with.
    public Map<String, String> faults() {
        return state.faults();
    }

    /// What the keys of these settings begin with.
    public String prefix() {
        return SettingsRecord.of(type).key();
    }

    /// The values in force that are not the default, by key; secrets are left out.
    public List<SettingInForce> inForce() {
        Map<String, SettingInForce> all = new TreeMap<>();
        add(all, configured, Source.FILE);
        add(all, state.stored(), Source.STORED);
        add(all, overrides, Source.COMMAND_LINE);
        return List.copyOf(all.values());
    }

    /// Takes the stored values over. One that is bad is left out and the one before it stays.
    ///
    /// @param stored values by key; those of other records are left alone
    /// @return the fault, empty when the values are in force now
    public Optional<String> reload(Map<String, String> stored) {
        Map<String, String> mine = mine(stored);
        Map<String, String> faults = new TreeMap<>(catalogue.faults(mine, binder.mode()));
        Map<String, String> usable = new TreeMap<>(mine);
        faults.keySet().forEach(key -> keep(key, usable));
        state = next(usable, faults);
        return fault();
    }

    private State<T> next(Map<String, String> usable, Map<String, String> faults) {
        try {
            T record = bind(usable);
            demands.forEach(demand -> judge(demand, record));
            return new State<>(record, usable, faults);
        } catch (SettingsException refused) {
            Map<String, String> all = new LinkedHashMap<>(faults);
            all.put(refused.key().orElse(prefix()), String.valueOf(refused.getMessage()));
            return new State<>(state.good(), state.stored(), all);
        }
    }

    private void keep(String key, Map<String, String> usable) {
        usable.remove(key);
        Optional.ofNullable(state.stored().get(key)).ifPresent(good -> usable.put(key, good));
    }

    private void judge(Consumer<T> demand, T record) {
        try {
            demand.accept(record);
        } catch (IllegalArgumentException refused) {
            throw new SettingsException("settings " + prefix() + ": " + refused.getMessage());
        }
    }

    private void add(Map<String, SettingInForce> all, Map<String, String> values, Source source) {
        values.forEach((key, value) -> {
            if (catalogue.find(key).filter(setting -> !setting.isSecret()).isPresent()) {
                all.put(key, new SettingInForce(key, value, source));
            }
        });
    }

    private T bind(Map<String, String> stored) {
        Map<String, String> values = new LinkedHashMap<>(configured);
        values.putAll(stored);
        values.putAll(overrides);
        return binder.bind(type, values);
    }

    private Map<String, String> mine(Map<String, String> stored) {
        return stored.entrySet().stream()
                .filter(entry -> catalogue.owns(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// @param good what is in force
    /// @param stored the stored values behind it
    /// @param faults of the values that were stored last
    private record State<T>(T good, Map<String, String> stored, Map<String, String> faults) {}
}
