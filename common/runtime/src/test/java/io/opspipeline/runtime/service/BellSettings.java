package io.opspipeline.runtime.service;

import io.opspipeline.ports.setting.Described;
import io.opspipeline.ports.setting.InRange;
import io.opspipeline.ports.setting.SettingsPrefix;
import org.springframework.boot.context.properties.bind.DefaultValue;

@SettingsPrefix("bell")
record BellSettings(
        @Described("How often it rings") @InRange(min = "1", max = "9") @DefaultValue("1")
                int rings,
        @Described("Whether its job breaks") @DefaultValue("false") boolean isCracked,
        @Described("How loud at least") @DefaultValue("soft") String leastVolume) {}
