package io.opspipeline.local.bench;

import io.opspipeline.dispatcher.DispatcherApplication;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.generated.GeneratedMarket;
import io.opspipeline.local.up.ServiceProcesses;
import io.opspipeline.persistence.account.OperatorControl;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.positionmanager.PositionManagerApplication;
import io.opspipeline.runtime.time.Stopwatch;
import io.opspipeline.tradestream.TradeStreamApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Measures how long an operator's halt, flatten and resume take to reach the exchange and the
/// services: dispatcher, position manager and trade stream in processes of their own, on the
/// market's time at its real speed, woken by the database as always. Entries are signalled and
/// halted; positions are bought past the system, flattened, and bought again.
public final class ControlLatency {

    private static final int POSITIONS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration IN_TIME = Duration.ofSeconds(20);

    /// Spacing that would let the next entry wait.
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "dispatcher.spacing.pace", "0s",
                    "dispatcher.spacing.cluster", "20",
                    "dispatcher.cost.swing", "1");

    private static final TradingStatus HALT =
            new TradingStatus(TradingState.HALTED, "halted by bench", Optional.empty());
    private static final TradingStatus FLATTEN =
            new TradingStatus(
                    TradingState.HALTED, TradingStatus.FLATTEN + " by bench", Optional.empty());
    private static final TradingStatus ACTIVE =
            new TradingStatus(TradingState.ACTIVE, "resumed by bench", Optional.empty());

    private final MeasuredExchange exchange;
    private final HeldContracts held;
    private final List<OccSymbol> contracts;
    private int bought;
    private int positions;
    private int missing;

    private ControlLatency() {
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
    /// @param times how often everything is flattened, at least 1
    /// @param told hears what happens, for people
    public static ControlResult measure(Path home, int times, Consumer<String> told)
            throws InterruptedException {
        var bench = new ControlLatency();
        try (var exchange = bench.exchange;
                var services =
                        exchange.start(
                                home,
                                1,
                                SETTINGS,
                                List.of(
                                        DispatcherApplication.class,
                                        TradeStreamApplication.class,
                                        PositionManagerApplication.class))) {
            told.accept("starting dispatcher, position manager and trade stream");
            services.awaitReady(Duration.ofMinutes(3));
            told.accept("halting an entry at work %d times".formatted(times));
            Percentiles cancelled = Percentiles.of(bench.halt(times, services));
            told.accept("flattening %d positions %d times".formatted(POSITIONS, times));
            return bench.run(times, cancelled, services);
        }
    }

    /// From the halt to the cancel, one entry after the other.
    private List<Duration> halt(int times, ServiceProcesses services) throws InterruptedException {
        var control = new OperatorControl(Database.over(services.source()));
        var entries = new RestingEntries(exchange, services);
        List<Ticker> tickers = List.copyOf(exchange.venue().market().tickers());
        List<Duration> cancelled = new ArrayList<>();
        exchange.arrivals().holdFills(true);
        for (int i = 0; cancelled.size() < times && i < 3 * times + tickers.size(); i++) {
            if (entries.enter(tickers.get(i % tickers.size()))) {
                Duration begun = exchange.watch().elapsed();
                control.change(Map.of(MeasuredAccount.ID, HALT), exchange.clock().instant());
                await(() -> exchange.arrivals().cancelAfter(begun).isPresent());
                cancelled.add(exchange.arrivals().cancelAfter(begun).orElseThrow().minus(begun));
                entries.awaitNone();
                control.change(Map.of(MeasuredAccount.ID, ACTIVE), exchange.clock().instant());
            }
        }
        exchange.arrivals().holdFills(false);
        return cancelled;
    }

    private ControlResult run(int times, Percentiles cancelled, ServiceProcesses services)
            throws InterruptedException {
        var rows = JdbcClient.create(services.source());
        var control = new OperatorControl(Database.over(services.source()));
        List<Duration> flattened = new ArrayList<>();
        List<Duration> halted = new ArrayList<>();
        List<Duration> resumed = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            contracts.forEach(contract -> held.buy(contract, "measured-" + bought++));
            Set<String> open = awaitHeld(services, rows);
            positions += open.size();
            Set<String> before = new HashSet<>(exchange.arrivals().all().keySet());
            long runs = woken(rows);
            Duration begun = exchange.watch().elapsed();
            control.change(Map.of(MeasuredAccount.ID, FLATTEN), exchange.clock().instant());
            halted.add(awaitRun(rows, runs).minus(begun));
            flattened.add(lastClosing(open, before).minus(begun));
            awaitNone(services, rows);
            runs = woken(rows);
            begun = exchange.watch().elapsed();
            control.change(Map.of(MeasuredAccount.ID, ACTIVE), exchange.clock().instant());
            resumed.add(awaitRun(rows, runs).minus(begun));
        }
        return new ControlResult(
                cancelled,
                Percentiles.of(flattened),
                Percentiles.of(halted),
                Percentiles.of(resumed),
                positions,
                missing);
    }

    /// When the first closing order of the last position arrived.
    private Duration lastClosing(Set<String> open, Set<String> before) throws InterruptedException {
        Duration end = exchange.watch().elapsed().plus(IN_TIME);
        await(() ->
                first(open, before).size() == open.size()
                        || exchange.watch().elapsed().compareTo(end) > 0);
        Map<String, Duration> first = first(open, before);
        missing += open.size() - first.size();
        return first.values().stream()
                .max(Duration::compareTo)
                .orElseGet(exchange.watch()::elapsed);
    }

    private Map<String, Duration> first(Set<String> open, Set<String> before) {
        Map<String, Duration> first = new HashMap<>();
        exchange.arrivals()
                .all()
                .forEach((id, at) ->
                        open.stream()
                                .filter(symbol -> !before.contains(id) && id.contains(symbol))
                                .forEach(symbol ->
                                        first.merge(symbol, at, ControlLatency::earlier)));
        return first;
    }

    private static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /// Waits until the dispatcher has run once more because it was woken.
    private Duration awaitRun(JdbcClient rows, long before) throws InterruptedException {
        await(() -> woken(rows) > before);
        return exchange.watch().elapsed();
    }

    private static long woken(JdbcClient rows) {
        return rows.sql(
                        """
                        select count(*) from job_runs
                        where job = 'DISPATCHER' and cause = 'WAKE' and status = 'DONE'
                        """)
                .query(Long.class)
                .single();
    }

    /// Waits until the system holds all, and has seen a quote of each. An order to buy may rest
    /// when its quote moves: after a while what is held is enough.
    private Set<String> awaitHeld(ServiceProcesses services, JdbcClient rows)
            throws InterruptedException {
        Stopwatch waited = Stopwatch.started();
        Set<String> open = open(rows);
        while (open.size() < POSITIONS
                && (open.isEmpty() || waited.elapsed().compareTo(IN_TIME) < 0)) {
            requireNotLate(waited);
            look(services);
            open = open(rows);
        }
        return open;
    }

    private void awaitNone(ServiceProcesses services, JdbcClient rows) throws InterruptedException {
        Stopwatch waited = Stopwatch.started();
        while (!open(rows).isEmpty()) {
            requireNotLate(waited);
            look(services);
        }
    }

    /// Trade stream and position manager run, and the market moves on.
    private void look(ServiceProcesses services) throws InterruptedException {
        services.run(JobName.TRADE_STREAM, Optional.of(MeasuredAccount.ID.value()));
        services.run(JobName.POSITION_MANAGER, Optional.of(MeasuredAccount.ID.value()));
        exchange.awaitStep();
    }

    private static Set<String> open(JdbcClient rows) {
        return Set.copyOf(
                rows.sql(
                                """
                                select symbol from active_positions
                                where ended_at is null and last_mark_at is not null
                                """)
                        .query(String.class)
                        .list());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Stopwatch waited = Stopwatch.started();
        MeasuredExchange.await(() -> {
            requireNotLate(waited);
            return condition.getAsBoolean();
        });
    }

    private static void requireNotLate(Stopwatch waited) {
        if (waited.elapsed().compareTo(PATIENCE) > 0) {
            throw new IllegalStateException("nothing happened for " + PATIENCE);
        }
    }
}
