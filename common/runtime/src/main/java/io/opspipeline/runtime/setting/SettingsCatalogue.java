package io.opspipeline.runtime.setting;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Every setting of some records, derived from the records themselves.
public final class SettingsCatalogue {

    private final TreeMap<String, SettingSlot> slots = new TreeMap<>();
    private final Set<String> prefixes = new LinkedHashSet<>();
    private final Set<String> fixed = new LinkedHashSet<>();

    private SettingsCatalogue() {}

    /// The catalogue of records with [SettingsPrefix].
    ///
    /// @throws IllegalStateException when a record is not well formed
    public static SettingsCatalogue of(Collection<? extends Class<? extends Record>> types) {
        var catalogue = new SettingsCatalogue();
        for (Class<? extends Record> type : types) {
            SettingsRecord shape = SettingsRecord.of(type);
            catalogue.prefixes.add(shape.key());
            if (SettingsRecord.isFixed(type)) {
                catalogue.fixed.add(shape.key());
            }
            shape.slots().forEach(slot -> catalogue.slots.put(slot.setting().key(), slot));
        }
        return catalogue;
    }

    /// Every setting, by key.
    public List<Setting> settings() {
        return slots.values().stream().map(SettingSlot::setting).toList();
    }

    /// The setting of a key.
    public Optional<Setting> find(String key) {
        return Optional.ofNullable(slots.get(key)).map(SettingSlot::setting);
    }

    /// True when the key begins with the prefix of one of the records, known or not.
    public boolean owns(String key) {
        return begins(prefixes, key);
    }

    /// Refuses settings that are read at the start alone: stored, they would never be in force.
    ///
    /// @throws SettingsException naming the key and where it belongs
    public void requireStorable(String key) {
        if (begins(fixed, key)) {
            throw new SettingsException(
                    key,
                    "setting %s: read at the start alone, from the service's file or the environment"
                            .formatted(key));
        }
    }

    private static boolean begins(Set<String> prefixes, String key) {
        return prefixes.stream().anyMatch(prefix -> key.startsWith(prefix + "."));
    }

    /// Refuses unknown keys.
    ///
    /// @throws SettingsException naming the first unknown key and the nearest known one
    public void check(Map<String, String> values) {
        new TreeMap<>(values)
                .keySet().stream()
                        .filter(key -> !slots.containsKey(key))
                        .findFirst()
                        .ifPresent(key -> {
                            throw unknown(key);
                        });
    }

    /// Refuses unknown keys and values that are not good in a mode, as [SettingsBinder#bind] would.
    ///
    /// @throws SettingsException naming the first bad key
    public void check(Map<String, String> values, RunMode mode) {
        check(values);
        new TreeMap<>(values).forEach((key, value) -> known(key).value(Optional.of(value), mode));
    }

    /// Everything that may not be stored or is not good in a mode, by key, with the reason.
    public Map<String, String> faults(Map<String, String> values, RunMode mode) {
        Map<String, String> faults = new TreeMap<>();
        values.forEach((key, value) -> {
            try {
                requireStorable(key);
                check(Map.of(key, value), mode);
            } catch (SettingsException refused) {
                faults.put(key, String.valueOf(refused.getMessage()));
            }
        });
        return faults;
    }

    private SettingSlot known(String key) {
        SettingSlot slot = slots.get(key);
        if (slot == null) {
            throw unknown(key);
        }
        return slot;
    }

    private SettingsException unknown(String key) {
        return new SettingsException(
                key,
                "unknown setting '%s'%s"
                        .formatted(
                                key,
                                slots.keySet().stream()
                                        .min(Comparator.comparingInt(EditDistance.from(key)))
                                        .map(nearest -> "; did you mean '" + nearest + "'?")
                                        .orElse("")));
    }
}
