package io.opspipeline.positionmanager;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.AlpacaSettings;
import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.AccountLimits;
import io.opspipeline.domain.account.AllowedActions;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.account.Tier;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.market.RawQuote;
import io.opspipeline.exchange.market.generated.DefaultListings;
import io.opspipeline.exchange.market.generated.GeneratedMarket;
import io.opspipeline.exchange.venue.OpeningAccount;
import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.wire.ExchangeServer;
import io.opspipeline.persistence.account.PostgresAccounts;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.broker.SubmitResult;
import io.opspipeline.ports.market.ChainWindow;
import io.opspipeline.ports.time.Pause;
import io.opspipeline.runtime.service.Lockstep;
import io.opspipeline.runtime.service.RunningService;
import io.opspipeline.runtime.service.ServiceLauncher;
import io.opspipeline.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The service on the simulated exchange and a real database, moved by one virtual clock.
final class Street implements AutoCloseable {

    static final AccountId LARGE = new AccountId("large");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Ticker SPY = Ticker.of("SPY");

    private final Lockstep lockstep;
    private final Venue venue;
    private final ExchangeServer server;
    private final AlpacaClients alpaca;
    private final RunningService service;

    private Street(TestDatabase database, Duration afterOpen) {
        GeneratedMarket market =
                GeneratedMarket.active(
                        7,
                        GeneratedMarket.DEFAULT_DAY,
                        List.of(DefaultListings.of(SPY).orElseThrow()));
        Instant start = market.session().open().plus(afterOpen);
        lockstep = Lockstep.startingAt(start);
        venue = Venue.open(market, List.of(account()), start);
        server = ExchangeServer.start(venue);
        alpaca = clients();
        lockstep.share(AlpacaClients.class, alpaca);
        new PostgresAccounts(Database.over(database.dataSource())).register(row(), start);
        service = start(database);
        settle();
    }

    /// Opened some time after the session's open.
    static Street open(TestDatabase database, Duration afterOpen) {
        return new Street(database, afterOpen);
    }

    RunningService service() {
        return service;
    }

    AlpacaClients alpaca() {
        return alpaca;
    }

    Instant now() {
        return lockstep.time().instant();
    }

    /// A contract at the money that expires in two to three weeks.
    OccSymbol contract() {
        var today = venue.market().session().date();
        Price spot = alpaca.marketData().snapshots(Set.of(SPY)).get(SPY).lastPrice().orElseThrow();
        return alpaca.optionChains()
                .snapshots(
                        new ChainWindow(
                                SPY,
                                today.plusDays(14),
                                today.plusDays(21),
                                Optional.of(Right.CALL),
                                spot,
                                spot.times(new BigDecimal("1.01"))))
                .getFirst()
                .symbol();
    }

    /// An order of somebody else in the same account, at a price that fills at once.
    void trade(Side side, OccSymbol contract, int quantity, String name) {
        var order =
                new OrderRequest(
                        new ClientOrderId(name),
                        LARGE,
                        new Instrument.Option(contract),
                        side,
                        quantity,
                        side == Side.BUY ? Optional.of(Price.of("50.00")) : Optional.empty());
        SubmitResult answer = alpaca.orderEntry().submit(order);
        if (!(answer instanceof SubmitResult.Accepted)) {
            throw new AssertionError("not accepted: " + answer);
        }
        settle();
    }

    /// The stream of quotes says something that the market does not.
    void stream(OccSymbol contract, String bid, String ask) {
        server.publishQuote(
                contract, new RawQuote(new BigDecimal(bid), new BigDecimal(ask), 9, 9, now()));
        settle();
        run(Duration.ZERO);
    }

    /// Contracts that somebody streams quotes of.
    Set<String> streamed() {
        return server.listeners().quotes();
    }

    /// Lets time pass.
    void run(Duration time) {
        Instant end = now().plus(time);
        var next = lockstep.time().nextDue();
        while (next.isPresent() && !next.get().isAfter(end)) {
            advance(next.get());
            lockstep.time().step();
            settle();
            next = lockstep.time().nextDue();
        }
        advance(end);
        lockstep.time().runUntil(end);
        settle();
        lockstep.time()
                .failures()
                .forEach(failure -> {
                    throw new AssertionError("the day broke", failure);
                });
    }

    @Override
    public void close() {
        service.close();
        alpaca.close();
        server.close();
    }

    private void advance(Instant at) {
        if (at.isAfter(venue.now())) {
            venue.advanceTo(at);
        }
    }

    private void settle() {
        long sent = -1;
        while (sent != server.framesSent()) {
            server.flush();
            sent = server.framesSent();
            lockstep.frames().awaitHandled(sent, PATIENCE);
        }
    }

    private RunningService start(TestDatabase database) {
        return ServiceLauncher.inProcess(
                PositionManagerApplication.class,
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
                        200,
                        10_000,
                        Optional.empty(),
                        0,
                        1);
        var credentials = new AlpacaCredentials(account().keyId(), account().secret());
        return new AlpacaClients(
                settings,
                AlpacaKeys.fixed(Map.of(LARGE, credentials), LARGE),
                new Surroundings(
                        lockstep.time(),
                        lockstep.time(),
                        Pause.NONE,
                        lockstep.frames(),
                        (_, _, _, _, _) -> {}));
    }

    private static OpeningAccount account() {
        return new OpeningAccount(
                LARGE, "SIM000001", "simulated-key", "simulated-secret", Money.of("100000"), 2);
    }

    private static Account row() {
        return new Account(
                LARGE,
                "SIM000001",
                Strategy.SWING,
                Tier.LARGE,
                AllowedActions.OPTIONS_ONLY,
                Duration.ofMinutes(1),
                new AccountLimits(Money.of("500"), 5, 10, Money.of("10000")),
                true);
    }
}
