package io.opspipeline.signals;

import io.opspipeline.ports.setting.Described;
import io.opspipeline.ports.setting.InRange;
import io.opspipeline.ports.setting.SettingsPrefix;
import io.opspipeline.signals.rules.ConfidenceRule;
import io.opspipeline.signals.rules.Factors;
import io.opspipeline.signals.rules.SignalLimits;
import io.opspipeline.signals.rules.SignalMode;
import io.opspipeline.signals.rules.SignalRule;
import io.opspipeline.signals.rules.Weights;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The figures of trading rules, section 6.
@SettingsPrefix("signals")
record SignalsSettings(
        @Described("What signals may buy: options-only or hybrid") @DefaultValue("options-only")
                SignalMode mode,
        @Described("What the bar must show") Condition condition,
        @Described("What confidence must exceed") Confidence confidence,
        @Described("Parts of the base confidence, at most 1 in sum") Weight weight,
        @Described("What raises and lowers confidence") Factor factor,
        @Described("Oldest bar that may make a signal, from its close")
                @InRange(min = "60s", max = "10m")
                @DefaultValue("180s")
                Duration oldestBar,
        @Described("Least time between signals of a ticker in one direction")
                @InRange(min = "0s", max = "6h")
                @DefaultValue("15m")
                Duration cooldown) {

    record Condition(
            @Described("The volume ratio must exceed it")
                    @InRange(min = "0", max = "20")
                    @DefaultValue("1.2")
                    double volume,
            @Described("The distance from the mean, share of it, must stay below it")
                    @InRange(min = "0.001", max = "0.5")
                    @DefaultValue("0.02")
                    double stretched) {}

    record Confidence(
            @Described("A call or put") @InRange(min = "0", max = "1") @DefaultValue("0.45")
                    double option,
            @Described("Shares, in hybrid mode")
                    @InRange(min = "0", max = "1")
                    @DefaultValue("0.35")
                    double stock) {}

    record Weight(
            @Described("Run of closes") @InRange(min = "0", max = "1") @DefaultValue("0.25")
                    double trend,
            @Described("Breakout, or closeness to the mean")
                    @InRange(min = "0", max = "1")
                    @DefaultValue("0.20")
                    double breakout,
            @Described("Volume") @InRange(min = "0", max = "1") @DefaultValue("0.20") double volume,
            @Described("Higher frames") @InRange(min = "0", max = "1") @DefaultValue("0.15")
                    double alignment) {

        /// Refuses parts that could make a base above 1.
        Weight {
            double sum = trend + breakout + volume + alignment;
            if (sum > 1) {
                throw new IllegalArgumentException("weights must not exceed 1 in sum, were " + sum);
            }
        }
    }

    record Factor(
            @Described("Sentiment agrees") @InRange(min = "1", max = "2") @DefaultValue("1.15")
                    double agrees,
            @Described("Sentiment opposes") @InRange(min = "0", max = "1") @DefaultValue("0.85")
                    double opposes,
            @Described("Strong volume") @InRange(min = "1", max = "2") @DefaultValue("1.15")
                    double strongVolume,
            @Described("Volume is strong above this ratio")
                    @InRange(min = "0", max = "20")
                    @DefaultValue("2")
                    double strongVolumeAbove) {}

    SignalRule rule() {
        var weights =
                new Weights(weight.trend(), weight.breakout(), weight.volume(), weight.alignment());
        var factors =
                new Factors(
                        factor.agrees(),
                        factor.opposes(),
                        factor.strongVolume(),
                        factor.strongVolumeAbove());
        return new SignalRule(
                limits(),
                new ConfidenceRule(weights, factors, condition.volume(), condition.stretched()));
    }

    private SignalLimits limits() {
        return new SignalLimits(
                condition.volume(),
                condition.stretched(),
                confidence.option(),
                confidence.stock(),
                oldestBar,
                cooldown,
                mode);
    }
}
