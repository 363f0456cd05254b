package io.opspipeline.watchlist;

import io.opspipeline.ports.setting.Described;
import io.opspipeline.ports.setting.InRange;
import io.opspipeline.ports.setting.SettingsPrefix;
import io.opspipeline.watchlist.rules.ListLimits;
import io.opspipeline.watchlist.rules.ScoreWeights;
import io.opspipeline.watchlist.rules.WatchlistRule;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The figures of trading rules, section 7.
@SettingsPrefix("watchlist")
record WatchlistSettings(
        @Described("Parts of the score, 1 in sum") Weight weight,
        @Described("A ticker enters from this score")
                @InRange(min = "0", max = "100")
                @DefaultValue("60")
                double enterFrom,
        @Described("A ticker leaves below this score")
                @InRange(min = "0", max = "100")
                @DefaultValue("30")
                double leaveBelow,
        @Described("Least time on the list") @InRange(min = "0s", max = "6h") @DefaultValue("30m")
                Duration leastStay,
        @Described("Most names on the list") @InRange(min = "1", max = "100") @DefaultValue("20")
                int most,
        @Described("Oldest features that count, in time of open sessions")
                @InRange(min = "60s", max = "6h")
                @DefaultValue("10m")
                Duration oldestFeatures,
        @Described("Days back that trades count for performance")
                @InRange(min = "1", max = "365")
                @DefaultValue("30")
                int performanceDays) {

    /// Refuses leaving above entering.
    WatchlistSettings {
        if (leaveBelow > enterFrom) {
            throw new IllegalArgumentException(
                    "leave-below must not exceed enter-from, were %s and %s"
                            .formatted(leaveBelow, enterFrom));
        }
    }

    record Weight(
            @Described("Setup of the bars") @InRange(min = "0", max = "1") @DefaultValue("0.40")
                    double setup,
            @Described("Volume") @InRange(min = "0", max = "1") @DefaultValue("0.30") double volume,
            @Described("Sentiment") @InRange(min = "0", max = "1") @DefaultValue("0.20")
                    double sentiment,
            @Described("Performance") @InRange(min = "0", max = "1") @DefaultValue("0.10")
                    double performance) {

        /// Refuses parts whose sum is not 1.
        Weight {
            double sum = setup + volume + sentiment + performance;
            if (Math.abs(sum - 1) > 1e-9) {
                throw new IllegalArgumentException("weights must sum to 1, were " + sum);
            }
        }
    }

    WatchlistRule rule() {
        return new WatchlistRule(
                new ScoreWeights(
                        weight.setup(), weight.volume(), weight.sentiment(), weight.performance()),
                new ListLimits(enterFrom, leaveBelow, leastStay, most));
    }
}
