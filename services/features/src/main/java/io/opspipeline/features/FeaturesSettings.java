package io.opspipeline.features;

import io.opspipeline.ports.setting.Described;
import io.opspipeline.ports.setting.InRange;
import io.opspipeline.ports.setting.SettingsPrefix;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How bars are read and when the features count as healthy.
@SettingsPrefix("features")
record FeaturesSettings(
        @Described("Corrections of bars this old are seen at every run")
                @InRange(min = "2m", max = "7h")
                @DefaultValue("15m")
                Duration correctionWindow,
        @Described("How often all bars of the session are compared with those computed from")
                @InRange(min = "1m", max = "7h")
                @DefaultValue("5m")
                Duration recheck,
        @Described("Least share of the tickers with 50 bars that have fresh features")
                @InRange(min = "0.5", max = "1")
                @DefaultValue("0.80")
                double leastCoverage,
        @Described("Oldest fresh features, session time since their bar closed")
                @InRange(min = "1m", max = "1h")
                @DefaultValue("10m")
                Duration freshness) {}
