package io.opspipeline.exchange.wire;

import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.wire.http.RateLimits;
import io.opspipeline.exchange.wire.http.RequestDesk;
import io.opspipeline.exchange.wire.http.Route;
import io.opspipeline.exchange.wire.http.Routes;
import io.opspipeline.exchange.wire.prices.PriceRoutes;
import io.opspipeline.exchange.wire.trading.TradingRoutes;
import java.util.List;
import java.util.stream.Stream;

/// What every way to the exchange is made of.
final class Fronts {

    private Fronts() {}

    /// Answers the requests.
    static RequestDesk requests(Venue venue, WireSettings settings) {
        return new RequestDesk(
                venue,
                new RateLimits(
                        settings.tradingRequestsPerMinute(), settings.dataRequestsPerMinute()),
                new Routes(routes(venue, settings)));
    }

    private static List<Route> routes(Venue venue, WireSettings settings) {
        return Stream.concat(
                        TradingRoutes.over(venue, settings.clockSkew()).stream(),
                        PriceRoutes.over(venue.market(), settings.plan()).stream())
                .toList();
    }
}
