package io.opspipeline.local.spread;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.AlpacaSettings;
import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.order.SpreadUpdate;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.OptionListing;
import io.opspipeline.exchange.market.RawQuote;
import io.opspipeline.exchange.market.generated.DefaultListings;
import io.opspipeline.exchange.market.generated.GeneratedMarket;
import io.opspipeline.exchange.venue.Expiries;
import io.opspipeline.exchange.venue.Faults;
import io.opspipeline.exchange.venue.OpeningAccount;
import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.venue.VenueSettings;
import io.opspipeline.exchange.wire.ExchangeServer;
import io.opspipeline.exchange.wire.WireSettings;
import io.opspipeline.ports.broker.TradingStream;
import io.opspipeline.ports.time.Pause;
import io.opspipeline.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The broker adapter on one side of a loopback connection and the exchange on the other: one stock
/// on a Friday, ten minutes into the session, with contracts that expire on that day.
final class TradedWire implements AutoCloseable, TradingStream.Listener {

    static final AccountId ACCOUNT = new AccountId("large");
    static final LocalDate FRIDAY = LocalDate.of(2025, 6, 13);

    private static final Ticker STOCK = new Ticker("AAPL");
    private static final long SEED = 7;

    final Market market =
            GeneratedMarket.active(
                    SEED,
                    FRIDAY,
                    DefaultListings.all().stream()
                            .filter(stock -> stock.ticker().equals(STOCK))
                            .toList());
    final Venue venue;
    final AlpacaClients clients;
    private final ExchangeServer server;
    private final TradingStream.Connection stream;
    private final BlockingQueue<SpreadUpdate> spreads = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> connected = new LinkedBlockingQueue<>();

    TradedWire(Faults faults) {
        Expiries expiries = new Expiries(Duration.ofMinutes(30), Expiries.Kind.CASH, true);
        venue =
                new Venue(
                        market,
                        new VenueSettings(SEED, FeeTable.standard(), 0, 0, expiries),
                        faults,
                        List.of(
                                new OpeningAccount(
                                        ACCOUNT, "PA1", "key", "secret", Money.of("100000"), 3)),
                        minute(10));
        server = ExchangeServer.start(venue, WireSettings.immediate());
        clients = clients(server, venue.now());
        stream = clients.tradingStream().open(ACCOUNT, this);
        take(connected);
    }

    Instant minute(int minutes) {
        return market.session().open().plusSeconds(60L * minutes);
    }

    /// Moves the exchange by one of its steps.
    void step() {
        venue.advanceTo(venue.now().plusSeconds(5));
    }

    /// The next news of a spread.
    SpreadUpdate next() {
        return take(spreads);
    }

    /// Calls of one expiry with a bid, nearest to the money first, by strike.
    List<OccSymbol> calls(LocalDate expiry) {
        return market.options(STOCK).stream()
                .map(OptionListing::symbol)
                .filter(contract -> contract.right() == Right.CALL)
                .filter(contract -> contract.expiry().equals(expiry))
                .filter(contract -> quote(contract).bid().signum() > 0)
                .sorted()
                .toList();
    }

    RawQuote quote(OccSymbol contract) {
        return market.optionQuote(contract, venue.now()).orElseThrow();
    }

    @Override
    public void connected() {
        connected.add("connected");
    }

    @Override
    public void updated(OrderUpdate update) {}

    @Override
    public void spreadUpdated(SpreadUpdate update) {
        spreads.add(update);
    }

    @Override
    public void disconnected(String reason) {}

    @Override
    public void close() {
        stream.close();
        clients.close();
        server.close();
    }

    private static AlpacaClients clients(ExchangeServer server, Instant now) {
        AlpacaSettings settings =
                new AlpacaSettings(
                        server.tradingUrl(),
                        server.dataUrl(),
                        "sip",
                        "opra",
                        Duration.ofSeconds(10),
                        1_000,
                        1_000,
                        Optional.empty(),
                        0,
                        1);
        AlpacaCredentials credentials = new AlpacaCredentials("key", "secret");
        return new AlpacaClients(
                settings,
                AlpacaKeys.fixed(Map.of(ACCOUNT, credentials), ACCOUNT),
                new Surroundings(
                        SettableClock.at(now.toString()),
                        (_, _, _) -> () -> {},
                        Pause.NONE,
                        () -> {},
                        (_, _, _, _, _) -> {}));
    }

    private static <T> T take(BlockingQueue<T> queue) {
        try {
            return queue.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
