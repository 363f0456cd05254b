package io.opspipeline.features;

import io.opspipeline.runtime.service.OpsService;
import io.opspipeline.runtime.service.ServiceLauncher;
import org.springframework.context.annotation.Import;

/// The features service.
@OpsService(name = "features", settings = FeaturesSettings.class)
@Import(FeaturesConfiguration.class)
public final class FeaturesApplication {

    private FeaturesApplication() {}

    /// Starts the service; the arguments are those of every service.
    public static void main(String... words) {
        ServiceLauncher.main(FeaturesApplication.class, words);
    }
}
