package io.opspipeline.local.bench;

import io.opspipeline.dispatcher.DispatcherApplication;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.InstrumentType;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.exchange.market.generated.DefaultListings;
import io.opspipeline.exchange.market.generated.GeneratedMarket;
import io.opspipeline.exchange.market.generated.ListedStock;
import io.opspipeline.features.FeaturesApplication;
import io.opspipeline.local.day.ServiceList;
import io.opspipeline.runtime.time.Pace;
import io.opspipeline.runtime.time.RealPause;
import io.opspipeline.signals.SignalsApplication;
import io.opspipeline.telemetry.TelemetryApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Measures how long a closed bar takes to become an order at the broker: through seven services in
/// processes of their own, over loopback. Each minute the bars of all stocks go out in one burst,
/// and exactly one of them makes a signal; every order is rejected after it was taken, so that no
/// limit stops the next one.
public final class BarLatency {

    private static final Duration BAR_DELAY = Duration.ofSeconds(1);

    /// Volume ratios need twenty bars of the session, without its first.
    private static final int WARM_UP = 25;

    /// The services between a bar and its order. Threads without a name handle what streams tell.
    private static final List<Step> PATH =
            List.of(
                    Step.of(TelemetryApplication.class, ""),
                    Step.of(FeaturesApplication.class, "features wake"),
                    Step.of(SignalsApplication.class, "signals wake"),
                    Step.of(DispatcherApplication.class, "dispatcher (wake|WAKE)"));

    /// Limits of a dispatcher that would let a day of entries through only one by one.
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "dispatcher.spacing.pace", "0s",
                    "dispatcher.spacing.ticker-daily", "20",
                    "dispatcher.spacing.cluster", "20",
                    "dispatcher.cost.swing", "1");

    private final BurstMarket market;
    private final MeasuredExchange exchange;

    private BarLatency() {
        List<Ticker> turns = DefaultListings.universe().stream().map(ListedStock::ticker).toList();
        market = BurstMarket.over(GeneratedMarket.zeroDrift(1), turns);
        exchange =
                MeasuredExchange.open(
                        market, market.session().open().minusSeconds(60), Optional.of("measured"));
    }

    /// Measures.
    ///
    /// @param home where the processes keep their files
    /// @param bursts how many bursts are counted, at most 350
    /// @param speed of the exchange's time; a burst is sent each of its minutes
    /// @param told hears what happens, for people
    public static BurstResult measure(Path home, int bursts, double speed, Consumer<String> told)
            throws InterruptedException {
        var bench = new BarLatency();
        try (var exchange = bench.exchange;
                var services = exchange.start(home, speed, SETTINGS, ServiceList.ALL)) {
            told.accept("starting the services");
            services.awaitReady(Duration.ofMinutes(3));
            var recordings =
                    CallRecordings.start(
                            home.resolve("recordings"),
                            PATH,
                            service -> services.pid(service).orElseThrow());
            told.accept(
                    "sending %d bursts of %d bars".formatted(bursts, bench.market.turns().size()));
            exchange.clock().set(exchange.clock().instant(), speed);
            exchange.server().tellTime();
            List<Sent> sent = bench.run(bursts);
            return bench.result(sent, bursts, recordings.end(services.databasePort()));
        }
    }

    /// When the bars of each minute were sent.
    private List<Sent> run(int bursts) throws InterruptedException {
        Session session = market.session();
        List<Sent> sent = new ArrayList<>();
        for (int minute = 0; minute < WARM_UP + bursts + 1; minute++) {
            Instant start = session.open().plus(Bar.LENGTH.multipliedBy(minute));
            awaitTime(start.plus(Bar.LENGTH).plus(BAR_DELAY));
            sent.add(Sent.now(exchange.watch()));
            exchange.server().publishBars(start);
        }
        awaitTime(exchange.clock().instant().plus(Bar.LENGTH));
        return sent;
    }

    private BurstResult result(List<Sent> sent, int bursts, Calls calls) {
        List<Span> windows = new ArrayList<>();
        int missing = 0;
        for (int minute = WARM_UP; minute < WARM_UP + bursts; minute++) {
            Instant start = market.session().open().plus(Bar.LENGTH.multipliedBy(minute));
            Optional<Duration> arrived =
                    exchange.arrivals()
                            .of(
                                    ClientOrderId.entry(
                                                    MeasuredAccount.ID,
                                                    market.turnOf(start),
                                                    start,
                                                    InstrumentType.CALL,
                                                    1)
                                            .value());
            if (arrived.isPresent()) {
                windows.add(sent.get(minute).until(arrived.get()));
            } else {
                missing++;
            }
        }
        return new BurstResult(
                Percentiles.of(windows.stream().map(Span::length).toList()),
                missing,
                Shares.of(windows, calls));
    }

    /// The venue follows the clock until an instant.
    private void awaitTime(Instant until) throws InterruptedException {
        while (exchange.clock().instant().isBefore(until)) {
            Instant now = exchange.clock().instant();
            if (now.isAfter(exchange.venue().now())) {
                exchange.venue().advanceTo(now);
            }
            new RealPause(Pace.REAL).of(Duration.ofMillis(5));
        }
        exchange.venue().advanceTo(exchange.clock().instant());
    }
}
