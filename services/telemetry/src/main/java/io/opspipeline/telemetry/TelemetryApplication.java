package io.opspipeline.telemetry;

import io.opspipeline.alpaca.AlpacaSettings;
import io.opspipeline.runtime.service.OpsService;
import io.opspipeline.runtime.service.ServiceLauncher;
import org.springframework.context.annotation.Import;

/// The telemetry service.
@OpsService(
        name = "telemetry",
        settings = {TelemetrySettings.class, AlpacaSettings.class})
@Import(TelemetryConfiguration.class)
public final class TelemetryApplication {

    private TelemetryApplication() {}

    /// Starts the service; see its README for the words it takes.
    public static void main(String[] words) {
        ServiceLauncher.main(TelemetryApplication.class, words);
    }
}
