package io.opspipeline.telemetry;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.AlpacaSettings;
import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.market.TradingHalt;
import io.opspipeline.domain.money.Money;
import io.opspipeline.exchange.market.generated.DefaultListings;
import io.opspipeline.exchange.market.generated.GeneratedMarket;
import io.opspipeline.exchange.venue.OpeningAccount;
import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.wire.ExchangeServer;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.time.Pause;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.runtime.service.Lockstep;
import io.opspipeline.runtime.service.RunningService;
import io.opspipeline.runtime.service.ServiceLauncher;
import io.opspipeline.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The telemetry service on the simulated exchange and a real database, moved by one virtual clock.
final class Pit implements AutoCloseable {

    static final Ticker NVDA = Ticker.of("NVDA");
    static final Ticker SPY = Ticker.of("SPY");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AccountId LARGE = new AccountId("large");

    private final Lockstep lockstep;
    private final Venue venue;
    private final ExchangeServer server;
    private final AlpacaClients alpaca;
    private final RunningService service;

    private Pit(TestDatabase database, Duration afterOpen) {
        GeneratedMarket market =
                GeneratedMarket.active(
                        7,
                        GeneratedMarket.DEFAULT_DAY,
                        Stream.of(NVDA, SPY)
                                .map(ticker -> DefaultListings.of(ticker).orElseThrow())
                                .toList());
        Instant start = market.session().open().plus(afterOpen);
        lockstep = Lockstep.startingAt(start);
        venue = Venue.open(market, List.of(account()), start);
        server = ExchangeServer.start(venue);
        alpaca = clients();
        lockstep.share(AlpacaClients.class, alpaca);
        activate(NVDA, database);
        service = start(database);
        settle();
    }

    /// Opened some time after the session's open.
    static Pit open(TestDatabase database, Duration afterOpen) {
        return new Pit(database, afterOpen);
    }

    RunningService service() {
        return service;
    }

    Session session() {
        return venue.market().session();
    }

    Instant now() {
        return lockstep.time().instant();
    }

    /// Breaks every stream.
    void dropStreams() {
        server.dropStreams();
    }

    /// The tape says that a stock is halted, or trades again, as of now.
    void halt(Ticker ticker, boolean isOn) {
        server.publishHalt(new TradingHalt(ticker, isOn, "volatility", now()));
        settle();
    }

    /// Moves all by minutes; each bar is streamed one second after it closed.
    ///
    /// @param streamed false keeps the bars from the stream, as a mute socket would
    void run(int minutes, boolean streamed) {
        Instant end = now().plus(Duration.ofMinutes(minutes));
        for (Instant due = now(); streamed && due.isBefore(end); due = due.plusSeconds(60)) {
            Instant minute = due;
            lockstep.time()
                    .at(
                            due.plusSeconds(61),
                            new TimerKey(Stage.STREAM, Optional.empty(), "bars"),
                            () -> server.publishBars(minute));
        }
        runUntil(end.plusSeconds(2));
    }

    private void runUntil(Instant end) {
        var next = lockstep.time().nextDue();
        while (next.isPresent() && !next.get().isAfter(end)) {
            if (next.get().isAfter(venue.now())) {
                venue.advanceTo(next.get());
            }
            lockstep.time().step();
            settle();
            next = lockstep.time().nextDue();
        }
        lockstep.time()
                .failures()
                .forEach(failure -> {
                    throw new AssertionError("the day broke", failure);
                });
    }

    private void settle() {
        long sent = -1;
        while (sent != server.framesSent()) {
            server.flush();
            sent = server.framesSent();
            lockstep.frames().awaitHandled(sent, PATIENCE);
        }
    }

    @Override
    public void close() {
        service.close();
        alpaca.close();
        server.close();
    }

    private RunningService start(TestDatabase database) {
        return ServiceLauncher.inProcess(
                TelemetryApplication.class,
                lockstep,
                Map.of(
                        "spring.datasource.url", database.url(),
                        "spring.datasource.username", database.user(),
                        "spring.datasource.password", database.password()),
                Map.of());
    }

    private AlpacaClients clients() {
        var settings =
                new AlpacaSettings(
                        server.tradingUrl(),
                        server.dataUrl(),
                        "sip",
                        "opra",
                        Duration.ofSeconds(10),
                        1_000_000,
                        1_000_000,
                        Optional.empty(),
                        0,
                        1);
        var credentials = new AlpacaCredentials(account().keyId(), account().secret());
        Alerts silent = (_, _, _, _, _) -> {};
        return new AlpacaClients(
                settings,
                AlpacaKeys.fixed(Map.of(LARGE, credentials), LARGE),
                new Surroundings(
                        lockstep.time(), lockstep.time(), Pause.NONE, lockstep.frames(), silent));
    }

    private static OpeningAccount account() {
        return new OpeningAccount(
                LARGE, "SIM000001", "simulated-key", "simulated-secret", Money.of("1000.00"), 2);
    }

    private static void activate(Ticker ticker, TestDatabase database) {
        JdbcClient.create(database.dataSource())
                .sql(
                        """
                        insert into ticker_universe (ticker, source, confidence, active, changed_at)
                        values (:ticker, 'OPERATOR', 1, true, now())
                        """)
                .param("ticker", ticker.symbol())
                .update();
    }
}
