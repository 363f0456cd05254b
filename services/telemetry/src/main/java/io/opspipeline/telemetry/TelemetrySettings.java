package io.opspipeline.telemetry;

import io.opspipeline.ports.setting.Described;
import io.opspipeline.ports.setting.InRange;
import io.opspipeline.ports.setting.SettingsPrefix;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The figures of trading rules, sections 4 and 12.
@SettingsPrefix("telemetry")
record TelemetrySettings(
        @Described("Sessions that are kept complete, today included")
                @InRange(min = "1", max = "30")
                @DefaultValue("10")
                int sessions,
        @Described("Time after its close in which the stream may still bring a bar")
                @InRange(min = "0s", max = "10m")
                @DefaultValue("90s")
                Duration settle,
        @Described("Oldest newest bar that is healthy in session, from its close")
                @InRange(min = "30s", max = "30m")
                @DefaultValue("180s")
                Duration oldestBar,
        @Described("Chain quotes of tracked names") Quotes quotes,
        @Described("Daily implied volatility") Volatility volatility,
        @Described("Riskless rate for implied volatility and delta")
                @InRange(min = "0", max = "0.2")
                @DefaultValue("0.04")
                double rate) {

    record Quotes(
            @Described("Time from one recording to the next")
                    @InRange(min = "1m", max = "1h")
                    @DefaultValue("5m")
                    Duration every,
            @Described("Fewest days to expiry") @InRange(min = "0", max = "365") @DefaultValue("23")
                    int firstDay,
            @Described("Most days to expiry") @InRange(min = "0", max = "365") @DefaultValue("37")
                    int lastDay,
            @Described("Strikes this far from the spot, share of it")
                    @InRange(min = "0.001", max = "0.5")
                    @DefaultValue("0.02")
                    double strikes) {

        /// Refuses an empty part of the chain.
        Quotes {
            new ChainReach(firstDay, lastDay, strikes);
        }

        ChainReach reach() {
            return new ChainReach(firstDay, lastDay, strikes);
        }
    }

    record Volatility(
            @Described("Fewest days to expiry") @InRange(min = "1", max = "365") @DefaultValue("8")
                    int firstDay,
            @Described("Most days to expiry") @InRange(min = "1", max = "365") @DefaultValue("60")
                    int lastDay,
            @Described("Strikes this far from the spot, share of it")
                    @InRange(min = "0.001", max = "0.5")
                    @DefaultValue("0.05")
                    double strikes) {

        /// Refuses an empty part of the chain.
        Volatility {
            new ChainReach(firstDay, lastDay, strikes);
        }

        ChainReach reach() {
            return new ChainReach(firstDay, lastDay, strikes);
        }
    }
}
