package io.opspipeline.runtime.setting;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.money.Money;
import io.opspipeline.ports.setting.Described;
import io.opspipeline.ports.setting.InRange;
import io.opspipeline.ports.setting.SafetyFloor;
import io.opspipeline.ports.setting.SettingsPrefix;
import io.opspipeline.runtime.log.Secret;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A record with every kind of setting.
@SettingsPrefix("trade")
record TradeSettings(
        @Described("Round-trip cost limits") Cost cost,
        @Described("Oldest usable bar") @InRange(min = "30s", max = "10m") @DefaultValue("120s")
                Duration barAge,
        @Described("Least volume of a liquid contract")
                @InRange(min = "0", max = "100000")
                @DefaultValue("200")
                @SafetyFloor
                int leastVolume,
        @Described("When entries begin, New York") @DefaultValue("09:35") LocalTime entriesFrom,
        @Described("Dollars at work at once")
                @InRange(min = "0", max = "1000000")
                @DefaultValue("10000")
                Money maxExposure,
        @Described("How the account trades") @DefaultValue("SWING") Strategy strategy,
        @Described("Tickers always collected") @DefaultValue({"SPY", "QQQ"}) Set<String> always,
        @Described("Account that asks for prices") Optional<AccountId> prices,
        @Described("Whether stock may be bought") @DefaultValue("false") boolean stock,
        @Described("Key of the feed") @DefaultValue("none") Secret key) {

    TradeSettings {
        if (stock && strategy == Strategy.DAY) {
            throw new IllegalArgumentException("stock cannot be traded DAY");
        }
    }

    record Cost(
            @Described("Largest share of the plan price, SWING")
                    @InRange(min = "0", max = "1")
                    @DefaultValue("0.04")
                    BigDecimal swing,
            @Described("Largest share of the plan price, DAY")
                    @InRange(min = "0", max = "1")
                    @DefaultValue("0.06")
                    BigDecimal day) {}
}
