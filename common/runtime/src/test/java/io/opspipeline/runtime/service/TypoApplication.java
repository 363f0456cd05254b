package io.opspipeline.runtime.service;

import org.springframework.context.annotation.Import;

/// The same service with a file that has a mistyped key.
@OpsService(name = "typo", settings = BellSettings.class)
@Import(BellConfiguration.class)
public final class TypoApplication {

    private TypoApplication() {}
}
