package io.opspipeline.reliability.chaos;

import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.generated.GeneratedMarket;
import io.opspipeline.exchange.venue.Books;
import io.opspipeline.exchange.venue.OrderView;
import io.opspipeline.local.day.DayRequest;
import io.opspipeline.local.day.InvariantChecks;
import io.opspipeline.local.day.LocalAccount;
import io.opspipeline.local.day.Registration;
import io.opspipeline.local.day.ServiceList;
import io.opspipeline.local.up.ExchangeProcess;
import io.opspipeline.local.up.ServiceProcesses;
import io.opspipeline.local.up.UpRequest;
import io.opspipeline.persistence.account.PostgresHeartbeats;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.store.Heartbeat;
import io.opspipeline.reliability.world.BrokerSight;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.time.Pace;
import io.opspipeline.runtime.time.RealPause;
import io.opspipeline.runtime.time.Stopwatch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A day that is traded by real processes while they and their PostgreSQL are killed one after the
/// other, at moments that nobody knows before.
public final class Chaos {

    /// From one kill to the next; the services need some of it to do anything at all.
    private static final Duration GAP = Duration.ofSeconds(20);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final double SPEED = 20;

    /// In which order they die: each service twice for one restart of the database.
    private static final List<Victim> TURNS =
            List.of(
                    Victim.DISPATCHER,
                    Victim.POSITION_MANAGER,
                    Victim.TRADE_STREAM,
                    Victim.POSTGRESQL,
                    Victim.POSITION_MANAGER,
                    Victim.DISPATCHER,
                    Victim.TRADE_STREAM);

    /// More entries than a day brings, so that something is under way at every moment.
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "dispatcher.spacing.pace", "30s",
                    "dispatcher.spacing.ticker-cooldown", "60s",
                    "dispatcher.spacing.ticker-daily", "20",
                    "dispatcher.spacing.cluster", "20",
                    "position-manager.breakers.streak", "20");

    private final ExchangeProcess exchange;
    private final ServiceProcesses services;
    private final Consumer<String> told;
    private final BrokerSight sight = new BrokerSight();
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final RealPause pause = new RealPause(Pace.REAL);

    private Chaos(ExchangeProcess exchange, ServiceProcesses services, Consumer<String> told) {
        this.exchange = exchange;
        this.services = services;
        this.told = told;
    }

    /// Trades and kills.
    ///
    /// @param home where the processes keep their files
    /// @param length how long processes are killed, real time
    /// @param told hears what happens, for people
    public static ChaosResult run(Path home, Duration length, Consumer<String> told)
            throws InterruptedException {
        Market market = GeneratedMarket.active(1);
        var day =
                new DayRequest(
                        new DayRequest.MarketKind.Generated(),
                        Optional.empty(),
                        1,
                        new TreeSet<>(),
                        SETTINGS);
        try (var exchange = ExchangeProcess.open(market, 0);
                var services =
                        ServiceProcesses.start(
                                home,
                                new UpRequest(RunMode.SIMULATED, false, SPEED, day),
                                exchange.url(),
                                source -> prepare(market, source, exchange.now()),
                                ServiceList.ALL)) {
            told.accept("starting the services");
            services.awaitReady(Duration.ofMinutes(3));
            exchange.run(SPEED);
            var chaos = new Chaos(exchange, services, told);
            try (var _ = exchange.listen(chaos.sight)) {
                return chaos.strike(length);
            }
        }
    }

    /// Commits must be on disk: the server is killed, too. And accounts with the limits of a local
    /// day stop after ten entries, long before the last kill.
    private static void prepare(Market market, DataSource source, Instant at) {
        JdbcClient jdbc = JdbcClient.create(source);
        String name = jdbc.sql("select current_database()").query(String.class).single();
        jdbc.sql("alter database \"" + name + "\" set synchronous_commit = on").update();
        Registration.of(market, source, at);
        jdbc.sql(
                        """
                        update accounts set daily_loss_limit = daily_loss_limit * 50,
                            max_exposure = max_exposure * 20, max_positions = 20,
                            daily_entries = 200
                        """)
                .update();
    }

    private ChaosResult strike(Duration length) throws InterruptedException {
        await(() -> isReconciled(Instant.MIN), "the streams to stand");
        List<Stroke> strokes = new ArrayList<>();
        Stopwatch watch = Stopwatch.started();
        while (watch.elapsed().compareTo(length) < 0) {
            Stopwatch gap = Stopwatch.started();
            Stroke stroke = strike(TURNS.get(strokes.size() % TURNS.size()));
            strokes.add(stroke);
            told.accept(
                    "%3d  %-16s ready after %.1f s, books agreed %.1f s later"
                            .formatted(
                                    strokes.size(),
                                    stroke.victim().label(),
                                    seconds(stroke.ready()),
                                    seconds(stroke.reconciled())));
            Duration rest = GAP.minus(gap.elapsed()).plusMillis(random.nextInt(4_000));
            pause.of(rest.isPositive() ? rest : Duration.ofMillis(1));
        }
        told.accept("looking at the books");
        return result(length, strokes);
    }

    private Stroke strike(Victim victim) throws InterruptedException {
        Stopwatch watch = Stopwatch.started();
        if (victim == Victim.POSTGRESQL) {
            services.restartDatabase();
        } else {
            services.kill(victim.label());
            await(() -> !services.isReady(victim.label()), victim + " to die");
            await(() -> services.isReady(victim.label()), victim + " to be ready");
        }
        Duration ready = watch.elapsed();
        Instant readyAt = exchange.now();
        Stopwatch since = Stopwatch.started();
        await(() -> isReconciled(readyAt), "the books to agree");
        return new Stroke(victim, ready, since.elapsed());
    }

    /// The streams of all accounts stand and their books were compared, and positions and cash are
    /// the broker's. A service that has just been killed may leave an order between the two for a
    /// moment.
    ///
    /// @param comparedAfter market time; a comparison that began before does not count
    private boolean isReconciled(Instant comparedAfter) {
        try {
            var heartbeats = new PostgresHeartbeats(Database.over(services.source()));
            boolean streams =
                    LocalAccount.ALL.stream()
                            .allMatch(account ->
                                    heartbeats
                                            .latest(
                                                    Victim.TRADE_STREAM.label(),
                                                    Optional.of(account.id()))
                                            .filter(Heartbeat::isReconciled)
                                            .flatMap(Heartbeat::reconciledAt)
                                            .filter(comparedAfter::isBefore)
                                            .isPresent());
            return streams && new Differences(services.source()).isNone(exchange.books());
        } catch (DataAccessException _) {
            return false;
        }
    }

    private ChaosResult result(Duration length, List<Stroke> strokes) throws InterruptedException {
        var differences = new Differences(services.source());
        Stopwatch watch = Stopwatch.started();
        ChaosResult result = look(length, strokes, differences);
        while (!result.isWhole() && watch.elapsed().compareTo(PATIENCE) < 0) {
            pause.of(LOOK);
            result = look(length, strokes, differences);
        }
        return result;
    }

    private ChaosResult look(Duration length, List<Stroke> strokes, Differences differences) {
        Books books = exchange.books();
        List<OrderView> orders =
                books.accounts().stream().flatMap(account -> account.orders().stream()).toList();
        return new ChaosResult(
                length,
                List.copyOf(strokes),
                orders.size(),
                books.accounts().stream().mapToInt(account -> account.fills().size()).sum(),
                List.copyOf(sight.doubled()),
                differences.positions(books),
                differences.cash(books),
                new InvariantChecks(services.source(), () -> books)
                        .broken(InvariantChecks.When.ALWAYS));
    }

    private void await(BooleanSupplier condition, String what) throws InterruptedException {
        Stopwatch watch = Stopwatch.started();
        while (!condition.getAsBoolean()) {
            if (watch.elapsed().compareTo(PATIENCE) > 0) {
                throw new IllegalStateException("waited for %s for %s".formatted(what, PATIENCE));
            }
            pause.of(LOOK);
        }
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1000.0;
    }
}
