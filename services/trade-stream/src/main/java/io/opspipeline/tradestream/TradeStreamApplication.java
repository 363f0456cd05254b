package io.opspipeline.tradestream;

import io.opspipeline.alpaca.AlpacaSettings;
import io.opspipeline.runtime.service.OpsService;
import io.opspipeline.runtime.service.ServiceLauncher;
import org.springframework.context.annotation.Import;

/// The trade stream.
@OpsService(
        name = "trade-stream",
        settings = {TradeStreamSettings.class, AlpacaSettings.class})
@Import(TradeStreamConfiguration.class)
public final class TradeStreamApplication {

    private TradeStreamApplication() {}

    /// Starts the service; the arguments are those of every service.
    public static void main(String... words) {
        ServiceLauncher.main(TradeStreamApplication.class, words);
    }
}
