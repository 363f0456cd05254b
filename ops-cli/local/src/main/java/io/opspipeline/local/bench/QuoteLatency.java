package io.opspipeline.local.bench;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.generated.GeneratedMarket;
import io.opspipeline.local.up.ServiceProcesses;
import io.opspipeline.positionmanager.PositionManagerApplication;
import io.opspipeline.runtime.time.Stopwatch;
import io.opspipeline.tradestream.TradeStreamApplication;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Measures how long the quote that confirms a stop takes to become the order that closes the
/// position, while many positions are held and quotes of all of them rain down. Position manager
/// and trade stream run in processes of their own, on the market's time at its real speed.
///
/// In each 5 s step of the market some positions get a quote below their stop, and the same again
/// 2.2 s later: the rules want two sightings, 2 s apart. Each is bought again once it is closed.
public final class QuoteLatency {

    /// Threads without a name handle what streams tell.
    private static final List<Step> PATH =
            List.of(Step.of(PositionManagerApplication.class, "|quotes|exit .*"));

    private static final int POSITIONS = 20;
    private static final int QUOTES_PER_SECOND = 1_000;
    private static final int EXITS_PER_STEP = 4;
    private static final BigDecimal BELOW_STOP = new BigDecimal("0.70");
    private static final Duration APART = Duration.ofMillis(150);
    private static final Duration CONFIRMED_AFTER = Duration.ofMillis(2_200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MeasuredExchange exchange;
    private final HeldContracts held;
    private final List<OccSymbol> contracts;
    private int bought;

    private QuoteLatency() {
        Market market = GeneratedMarket.zeroDrift(1);
        exchange =
                MeasuredExchange.open(
                        market, market.session().open().plusSeconds(3_600), Optional.empty());
        held = new HeldContracts(exchange.venue());
        contracts = held.choose(POSITIONS);
    }

    /// Measures.
    ///
    /// @param home where the processes keep their files
    /// @param exits how many exits are counted
    /// @param told hears what happens, for people
    public static ExitResult measure(Path home, int exits, Consumer<String> told)
            throws InterruptedException {
        var bench = new QuoteLatency();
        try (var exchange = bench.exchange;
                var services =
                        exchange.start(
                                home,
                                1,
                                Map.of(),
                                List.of(
                                        TradeStreamApplication.class,
                                        PositionManagerApplication.class))) {
            told.accept("starting position manager and trade stream");
            services.awaitReady(Duration.ofMinutes(3));
            var recordings =
                    CallRecordings.start(
                            home.resolve("recordings"),
                            PATH,
                            service -> services.pid(service).orElseThrow());
            told.accept("closing %d positions by their stops".formatted(exits));
            Closed closed = bench.run(exits, services);
            return closed.result(recordings.end(services.databasePort()));
        }
    }

    /// What was closed, and how many quotes a second were told meanwhile.
    private record Closed(List<Span> windows, int missing, double quotesPerSecond) {

        ExitResult result(Calls calls) {
            return new ExitResult(
                    Percentiles.of(windows.stream().map(Span::length).toList()),
                    missing,
                    Shares.of(windows, calls),
                    POSITIONS,
                    quotesPerSecond);
        }
    }

    private Closed run(int exits, ServiceProcesses services) throws InterruptedException {
        contracts.forEach(this::buy);
        awaitWatched(services);
        List<Span> windows = new ArrayList<>();
        int missing = 0;
        try (var flood =
                new QuoteFlood(
                        exchange.server(), held, contracts, QUOTES_PER_SECOND, exchange.clock())) {
            Stopwatch lasted = Stopwatch.started();
            for (int first = 0; windows.size() + missing < exits; first += EXITS_PER_STEP) {
                exchange.awaitStep();
                List<OccSymbol> chosen = new ArrayList<>();
                for (int i = 0; i < EXITS_PER_STEP; i++) {
                    chosen.add(contracts.get((first + i) % contracts.size()));
                }
                for (Optional<Span> window : close(chosen, flood)) {
                    window.ifPresent(windows::add);
                    missing += window.isPresent() ? 0 : 1;
                }
                chosen.forEach(this::buy);
                chosen.forEach(flood::goOn);
                awaitWatched(services);
            }
            return new Closed(
                    windows, missing, flood.told() * 1_000.0 / lasted.elapsed().toMillis());
        }
    }

    /// Tells each twice that it is below its stop, and waits for the orders.
    private List<Optional<Span>> close(List<OccSymbol> chosen, QuoteFlood flood)
            throws InterruptedException {
        Set<String> before = new HashSet<>(exchange.arrivals().all().keySet());
        Duration begin = exchange.watch().elapsed();
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            awaitWatch(begin.plus(APART.multipliedBy(i)));
            flood.rest(chosen.get(i));
            flood.tell(chosen.get(i), BELOW_STOP);
        }
        for (int i = 0; i < chosen.size(); i++) {
            awaitWatch(begin.plus(APART.multipliedBy(i)).plus(CONFIRMED_AFTER));
            sent.add(Sent.now(exchange.watch()));
            flood.tell(chosen.get(i), BELOW_STOP);
        }
        awaitWatch(exchange.watch().elapsed().plusSeconds(1));
        List<Optional<Span>> windows = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            String contract = chosen.get(i).toString();
            Sent confirmed = sent.get(i);
            windows.add(
                    exchange.arrivals().all().entrySet().stream()
                            .filter(order -> !before.contains(order.getKey()))
                            .filter(order -> order.getKey().contains(contract))
                            .map(order -> confirmed.until(order.getValue()))
                            .findFirst());
        }
        return windows;
    }

    private void buy(OccSymbol contract) {
        held.buy(contract, "measured-" + bought++);
    }

    /// Waits until the system has found all that was bought, and has seen a quote of each.
    private void awaitWatched(ServiceProcesses services) throws InterruptedException {
        Stopwatch waited = Stopwatch.started();
        while (watched(services.source()) < POSITIONS) {
            if (waited.elapsed().compareTo(PATIENCE) > 0) {
                throw new IllegalStateException(
                        "%d of %d positions are watched after %s"
                                .formatted(watched(services.source()), POSITIONS, PATIENCE));
            }
            request(services, JobName.TRADE_STREAM);
            request(services, JobName.POSITION_MANAGER);
            exchange.awaitStep();
        }
    }

    private static void request(ServiceProcesses services, JobName job) {
        services.run(job, Optional.of(MeasuredAccount.ID.value()));
    }

    private static int watched(DataSource source) {
        return JdbcClient.create(source)
                .sql(
                        """
                        select count(*) from active_positions
                        where state = 'OPEN' and last_mark_at is not null
                        """)
                .query(Integer.class)
                .single();
    }

    private void awaitWatch(Duration time) throws InterruptedException {
        MeasuredExchange.await(() -> exchange.watch().elapsed().compareTo(time) >= 0);
    }
}
