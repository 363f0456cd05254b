package io.opspipeline.local.day;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.wire.ExchangeServer;
import io.opspipeline.persistence.alert.PostgresAlerts;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.runtime.service.Lockstep;
import io.opspipeline.runtime.service.RunningService;
import io.opspipeline.runtime.service.ServiceLauncher;
import io.opspipeline.runtime.time.Stopwatch;
import io.opspipeline.runtime.time.VirtualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javax.sql.DataSource;

/// The exchange, the adapter and the services of one day, moved by one virtual clock.
final class World implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Lockstep lockstep;
    private final Venue venue;
    private final ExchangeServer server;
    private final AlpacaClients alpaca;
    private final Deque<RunningService> services = new ArrayDeque<>();
    private final StageTimes times = new StageTimes();

    private World(Lockstep lockstep, Venue venue, ExchangeServer server, AlpacaClients alpaca) {
        this.lockstep = lockstep;
        this.venue = venue;
        this.server = server;
        this.alpaca = alpaca;
    }

    static World start(
            Market market,
            Instant start,
            RunDatabase database,
            Path home,
            Map<String, String> overrides) {
        Registration.of(market, database.source(), start);
        Lockstep lockstep = Lockstep.startingAt(start);
        Venue venue =
                Venue.open(
                        market,
                        LocalAccount.ALL.stream().map(LocalAccount::opening).toList(),
                        start);
        ExchangeServer server = ExchangeServer.start(venue);
        AlpacaClients alpaca =
                LocalAlpaca.clients(
                        server, lockstep, new PostgresAlerts(Database.over(database.source())));
        World world = new World(lockstep, venue, server, alpaca);
        try {
            lockstep.share(DataSource.class, database.source());
            lockstep.share(AlpacaClients.class, alpaca);
            world.startServices(home, database, overrides);
            return world;
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
    }

    VirtualTime time() {
        return lockstep.time();
    }

    Venue venue() {
        return venue;
    }

    ExchangeServer server() {
        return server;
    }

    /// Real time spent in each stage so far.
    StageTimes times() {
        return times;
    }

    /// Runs everything that is due by an instant. The exchange moves first, so that whoever acts at
    /// an instant finds it there.
    ///
    /// @throws IllegalStateException when something that ran has failed
    void runUntil(Instant end) {
        var next = time().nextDue();
        while (next.isPresent() && !next.get().isAfter(end)) {
            Stopwatch watch = Stopwatch.started();
            Stage stage = time().nextKey().orElseThrow().stage();
            if (next.get().isAfter(venue.now())) {
                venue.advanceTo(next.get());
                settle();
            }
            time().step();
            settle();
            times.add(stage, watch.elapsed());
            requireSound();
            next = time().nextDue();
        }
        time().runUntil(end);
    }

    /// Waits until every stream is open: the handshakes of the trading streams are two frames each,
    /// that of the bar stream three, that of the quote stream, which nothing is held on yet, two.
    /// They come over sockets that nobody else waits for.
    void awaitStreams() {
        lockstep.frames().awaitHandled(2L * LocalAccount.ALL.size() + 3 + 2, PATIENCE);
        settle();
    }

    @Override
    public void close() {
        while (!services.isEmpty()) {
            services.removeLast().close();
        }
        alpaca.close();
        server.close();
    }

    private void startServices(Path home, RunDatabase database, Map<String, String> overrides) {
        Map<String, String> properties =
                Map.of(
                        "logging.file.name",
                        home.resolve("logs").resolve("demo.log").toString(),
                        "spring.datasource.url",
                        database.address().url(),
                        "spring.datasource.username",
                        database.address().user(),
                        "spring.datasource.password",
                        database.address().password());
        for (Class<?> service : ServiceList.ALL) {
            services.addLast(ServiceLauncher.inProcess(service, lockstep, properties, overrides));
        }
        settle();
    }

    /// Waits until every frame that the exchange has sent is handled.
    private void settle() {
        long sent = -1;
        while (sent != server.framesSent()) {
            server.flush();
            sent = server.framesSent();
            lockstep.frames().awaitHandled(sent, PATIENCE);
        }
    }

    private void requireSound() {
        var failures = time().failures();
        if (!failures.isEmpty()) {
            throw new IllegalStateException(
                    "the day broke at " + time().instant(), failures.getFirst());
        }
    }
}
