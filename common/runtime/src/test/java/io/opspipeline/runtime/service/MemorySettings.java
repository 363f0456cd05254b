package io.opspipeline.runtime.service;

import io.opspipeline.ports.setting.SettingsFault;
import io.opspipeline.ports.setting.SettingsRead;
import io.opspipeline.ports.setting.SettingsReads;
import io.opspipeline.ports.setting.SettingsStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Stored settings in memory, and what services made of them.
final class MemorySettings implements SettingsStore, SettingsReads {

    final List<SettingsRead> told = new ArrayList<>();
    int again;
    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, Instant> ends = new TreeMap<>();
    private final Map<String, SettingsRead> last = new TreeMap<>();

    @Override
    public Map<String, String> values(Instant asOf) {
        Map<String, String> now = new TreeMap<>(values);
        now.keySet()
                .removeIf(key ->
                        Optional.ofNullable(ends.get(key))
                                .filter(end -> !asOf.isBefore(end))
                                .isPresent());
        return now;
    }

    @Override
    public void change(
            String key,
            Optional<String> value,
            Optional<Instant> expiresAt,
            String by,
            Instant at) {
        value.ifPresentOrElse(text -> values.put(key, text), () -> values.remove(key));
        expiresAt.ifPresentOrElse(end -> ends.put(key, end), () -> ends.remove(key));
    }

    @Override
    public void record(SettingsRead read) {
        told.add(read);
        last.put(read.service(), read);
    }

    @Override
    public void readAgain(String service, Instant at) {
        again++;
    }

    @Override
    public List<SettingsFault> faults(Instant asOf) {
        return last.values().stream()
                .flatMap(read ->
                        read.faults().entrySet().stream()
                                .map(fault ->
                                        new SettingsFault(
                                                Optional.of(read.service()),
                                                fault.getKey(),
                                                fault.getValue(),
                                                read.at())))
                .toList();
    }
}
