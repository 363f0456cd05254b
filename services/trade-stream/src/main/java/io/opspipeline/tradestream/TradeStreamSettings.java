package io.opspipeline.tradestream;

import io.opspipeline.ports.setting.Described;
import io.opspipeline.ports.setting.InRange;
import io.opspipeline.ports.setting.SettingsPrefix;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The figures of the trading streams and of the comparison with the broker's books.
@SettingsPrefix("trade-stream")
record TradeStreamSettings(
        @Described("Time from one sign of life to the next")
                @InRange(min = "1s", max = "25s")
                @DefaultValue("15s")
                Duration heartbeat,
        @Described("Time from one check for a mute stream to the next")
                @InRange(min = "1s", max = "60s")
                @DefaultValue("10s")
                Duration muteCheck,
        @Described("How late the stream may tell what the books know")
                @InRange(min = "1s", max = "60s")
                @DefaultValue("10s")
                Duration mutePatience,
        @Described("Comparisons after which a position that the broker lacks has ended")
                @InRange(min = "2", max = "20")
                @DefaultValue("3")
                int confirmations,
        @Described("Least time between two comparisons that count")
                @InRange(min = "1s", max = "10m")
                @DefaultValue("30s")
                Duration confirmationGap,
        @Described("Pause before a comparison that failed is made again")
                @InRange(min = "1s", max = "60s")
                @DefaultValue("5s")
                Duration retry,
        @Described("Silence of the position manager in session that is an alarm")
                @InRange(min = "60s", max = "10m")
                @DefaultValue("120s")
                Duration silence) {}
