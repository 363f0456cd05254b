package io.opspipeline.reliability.memory;

import io.opspipeline.ports.setting.SettingsFault;
import io.opspipeline.ports.setting.SettingsRead;
import io.opspipeline.ports.setting.SettingsReads;
import java.time.Instant;
import java.util.List;

/// There are no stored settings, so none is refused.
public final class MemorySettingsReads implements SettingsReads {

    private static final String NOTHING_STORED = "there is no store of settings to read";

    MemorySettingsReads() {}

    @Override
    public void record(SettingsRead read) {
        throw new UnsupportedOperationException(NOTHING_STORED);
    }

    @Override
    public void readAgain(String service, Instant at) {
        throw new UnsupportedOperationException(NOTHING_STORED);
    }

    @Override
    public List<SettingsFault> faults(Instant asOf) {
        return List.of();
    }
}
