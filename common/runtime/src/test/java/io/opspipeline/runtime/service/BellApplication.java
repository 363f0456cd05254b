package io.opspipeline.runtime.service;

import org.springframework.context.annotation.Import;

/// A service with two jobs, for tests: features, and a dispatcher per account.
@OpsService(name = "bell", settings = BellSettings.class)
@Import(BellConfiguration.class)
public final class BellApplication {

    private BellApplication() {}
}
