package io.opspipeline.dispatcher;

import io.opspipeline.alpaca.AlpacaSettings;
import io.opspipeline.runtime.service.OpsService;
import io.opspipeline.runtime.service.ServiceLauncher;
import org.springframework.context.annotation.Import;

/// The dispatcher service.
@OpsService(
        name = "dispatcher",
        settings = {DispatcherSettings.class, AlpacaSettings.class})
@Import(DispatcherConfiguration.class)
public final class DispatcherApplication {

    private DispatcherApplication() {}

    /// Starts the service, or runs one job with `--once`.
    public static void main(String[] args) {
        ServiceLauncher.main(DispatcherApplication.class, args);
    }
}
