package io.opspipeline.local.day;

import io.opspipeline.dispatcher.DispatcherApplication;
import io.opspipeline.features.FeaturesApplication;
import io.opspipeline.positionmanager.PositionManagerApplication;
import io.opspipeline.signals.SignalsApplication;
import io.opspipeline.telemetry.TelemetryApplication;
import io.opspipeline.tradestream.TradeStreamApplication;
import io.opspipeline.watchlist.WatchlistApplication;
import java.util.List;

/// The services that a local day runs, in the order they start.
public final class ServiceList {

    /// Every service that exists.
    public static final List<Class<?>> ALL =
            List.of(
                    TelemetryApplication.class,
                    FeaturesApplication.class,
                    SignalsApplication.class,
                    WatchlistApplication.class,
                    DispatcherApplication.class,
                    PositionManagerApplication.class,
                    TradeStreamApplication.class);

    private ServiceList() {}
}
