package io.opspipeline.signals;

import io.opspipeline.runtime.service.OpsService;
import io.opspipeline.runtime.service.ServiceLauncher;
import org.springframework.context.annotation.Import;

/// The signals service.
@OpsService(name = "signals", settings = SignalsSettings.class)
@Import(SignalsConfiguration.class)
public final class SignalsApplication {

    private SignalsApplication() {}

    /// Starts the service; see its README for the words it takes.
    public static void main(String[] words) {
        ServiceLauncher.main(SignalsApplication.class, words);
    }
}
