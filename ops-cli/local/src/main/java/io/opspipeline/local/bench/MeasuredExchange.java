package io.opspipeline.local.bench;

import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.venue.VenueSettings;
import io.opspipeline.exchange.wire.ExchangeServer;
import io.opspipeline.local.day.DayRequest;
import io.opspipeline.local.up.ServiceProcesses;
import io.opspipeline.local.up.UpRequest;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.time.Pace;
import io.opspipeline.runtime.time.PacedClock;
import io.opspipeline.runtime.time.RealPause;
import io.opspipeline.runtime.time.Stopwatch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/// The exchange of a measurement: one account, and the arrival of each order on a watch.
///
/// @param clock the market's time, at its real speed unless it is set to another
/// @param watch real time
/// @param arrivals when each order arrived, on the watch
/// @param venue where the account trades
/// @param server the venue over loopback
record MeasuredExchange(
        PacedClock clock, Stopwatch watch, Arrivals arrivals, Venue venue, ExchangeServer server)
        implements AutoCloseable {

    private static final Duration STEP = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(2);

    /// Opens it.
    ///
    /// @param start the first instant of the market's time, UTC
    /// @param rejection why every order is rejected just after it was taken; empty and none is
    static MeasuredExchange open(Market market, Instant start, Optional<String> rejection) {
        var clock = new PacedClock(start, 1);
        var watch = Stopwatch.started();
        var arrivals = new Arrivals(watch, rejection);
        var venue =
                new Venue(
                        market,
                        VenueSettings.standard(1),
                        arrivals,
                        List.of(MeasuredAccount.opening()),
                        clock.instant());
        return new MeasuredExchange(
                clock, watch, arrivals, venue, ExchangeServer.start(venue, 0, clock, clock::speed));
    }

    /// Starts services that trade there, in processes of their own.
    ///
    /// @param home where the processes keep their files
    /// @param speed of the market's time, as the services are told
    /// @param settings of the services, where they differ from the defaults
    ServiceProcesses start(
            Path home, double speed, Map<String, String> settings, List<Class<?>> services) {
        var day =
                new DayRequest(
                        new DayRequest.MarketKind.Generated(),
                        Optional.empty(),
                        1,
                        new TreeSet<>(),
                        settings);
        return ServiceProcesses.start(
                home,
                new UpRequest(RunMode.SIMULATED, false, speed, day),
                server.tradingUrl(),
                MeasuredAccount.registration(venue.market(), clock.instant()),
                services);
    }

    /// The market moves to its next step, which tells every quote anew.
    void awaitStep() throws InterruptedException {
        Instant next = venue.now().plus(STEP);
        await(() -> !clock.instant().isBefore(next));
        venue.advanceTo(clock.instant());
    }

    /// Looks again and again until something is so.
    static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            new RealPause(Pace.REAL).of(LOOK);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
