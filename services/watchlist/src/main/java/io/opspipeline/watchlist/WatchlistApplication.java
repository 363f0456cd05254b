package io.opspipeline.watchlist;

import io.opspipeline.runtime.service.OpsService;
import io.opspipeline.runtime.service.ServiceLauncher;
import org.springframework.context.annotation.Import;

/// The watchlist service.
@OpsService(name = "watchlist", settings = WatchlistSettings.class)
@Import(WatchlistConfiguration.class)
public final class WatchlistApplication {

    private WatchlistApplication() {}

    /// Starts the service; see its README for the words it takes.
    public static void main(String[] words) {
        ServiceLauncher.main(WatchlistApplication.class, words);
    }
}
