package io.opspipeline.positionmanager;

import io.opspipeline.alpaca.AlpacaSettings;
import io.opspipeline.runtime.service.OpsService;
import io.opspipeline.runtime.service.ServiceLauncher;
import org.springframework.context.annotation.Import;

/// The position manager.
@OpsService(
        name = "position-manager",
        settings = {PositionManagerSettings.class, AlpacaSettings.class})
@Import(PositionManagerConfiguration.class)
public final class PositionManagerApplication {

    private PositionManagerApplication() {}

    /// Starts the service; the arguments are those of every service.
    public static void main(String... words) {
        ServiceLauncher.main(PositionManagerApplication.class, words);
    }
}
