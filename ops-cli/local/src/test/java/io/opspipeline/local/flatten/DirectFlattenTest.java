package io.opspipeline.local.flatten;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.OptionSnapshot;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.venue.OrderStatus;
import io.opspipeline.exchange.venue.OrderView;
import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.venue.VenueSettings;
import io.opspipeline.exchange.wire.ExchangeServer;
import io.opspipeline.exchange.wire.WireSettings;
import io.opspipeline.local.broker.BrokerAccess;
import io.opspipeline.local.broker.SimulatedBroker;
import io.opspipeline.local.day.DayRequest;
import io.opspipeline.local.day.LocalAccount;
import io.opspipeline.local.day.Markets;
import io.opspipeline.ports.broker.SubmitResult;
import io.opspipeline.ports.market.ChainWindow;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Flattening over the real wire, with no database anywhere; waiting moves the market's time.
class DirectFlattenTest {

    private static final AccountId LARGE = new AccountId("large");
    private static final Ticker NVDA = Ticker.of("NVDA");

    private final Market market =
            Markets.open(
                    new DayRequest(
                            new DayRequest.MarketKind.Generated(),
                            Optional.empty(),
                            1,
                            new TreeSet<>(List.of(NVDA)),
                            Map.of()));
    private final Outages faults = new Outages();
    private final Venue venue =
            new Venue(
                    market,
                    VenueSettings.standard(market.description().seed()),
                    faults,
                    LocalAccount.ALL.stream().map(LocalAccount::opening).toList(),
                    market.session().open().plus(Duration.ofMinutes(30)));
    private final List<String> told = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // set before each test
    private ExchangeServer server;

    @SuppressWarnings("NullAway.Init") // set before each test
    private AlpacaClients broker;

    @BeforeEach
    void start() {
        server = ExchangeServer.start(venue, WireSettings.immediate());
        broker = SimulatedBroker.at(server.tradingUrl(), venueClock()).clients();
    }

    @AfterEach
    void stop() {
        broker.close();
        server.close();
    }

    @Test
    @DisplayName(
            "A-85: flatten --direct cancels what works and sells each position by its own symbol")
    void cancelsAndSellsEverything() throws InterruptedException {
        OptionSnapshot contract = liquid();
        buy("entry", contract, 3, ask(contract));
        buy("waiting", contract, 2, new Price(new BigDecimal("0.05")));

        Flattened done = flatten();

        assertThat(done.flat()).isTrue();
        assertThat(done.cancelled()).isEqualTo(1);
        assertThat(done.positions())
                .singleElement()
                .satisfies(position -> {
                    assertThat(position.symbol()).isEqualTo(contract.symbol().toString());
                    assertThat(position.held()).isEqualTo(3);
                    assertThat(position.sold()).contains(3);
                    assertThat(position.averagePrice()).isPresent();
                });
        assertThat(venue.positions(LARGE)).isEmpty();
        assertThat(told).first().asString().isEqualTo("large: cancel waiting");
        assertThat(sells()).isNotEmpty().allMatch(order -> order.limit().isPresent());
    }

    @Test
    @DisplayName("A-83: flatten --direct sends nothing while the market is closed, and says so")
    void queuesNothingWhileTheMarketIsClosed() throws InterruptedException {
        OptionSnapshot contract = liquid();
        buy("entry", contract, 1, ask(contract));
        venue.advanceTo(market.session().close().plus(Duration.ofMinutes(1)));

        Flattened done = flatten();

        assertThat(done.flat()).isFalse();
        assertThat(done.marketOpen()).isFalse();
        assertThat(done.remarks())
                .containsExactly("the market is closed: nothing was sold and nothing is queued");
        assertThat(sells()).isEmpty();
    }

    @Test
    @DisplayName("A-85: an account whose keys are another mode's is told of, and not waited for")
    void knowsAnAccountOfAnotherMode() throws InterruptedException {
        AccountId other = new AccountId("other");
        var keys =
                AlpacaKeys.fixed(
                        Map.of(
                                LARGE,
                                new AlpacaCredentials(
                                        "simulated-key-large", "simulated-secret-large"),
                                other,
                                new AlpacaCredentials("live-key", "live-secret")),
                        LARGE);
        var access = SimulatedBroker.at(server.tradingUrl(), venueClock());
        Instant began = venueClock().instant();
        try (var both =
                new BrokerAccess(access.mode(), access.settings(), keys, access.clock())
                        .clients()) {
            var direct =
                    new DirectFlatten(
                            both,
                            venueClock(),
                            length -> venue.advanceTo(venue.now().plus(length)),
                            Duration.ofMinutes(1),
                            told::add);

            List<Flattened> done = List.of(direct.flatten(LARGE), direct.flatten(other));

            assertThat(done.getFirst().flat()).isTrue();
            assertThat(done.getLast().refused()).isTrue();
            assertThat(done.getLast().remarks()).singleElement().asString().startsWith("401: ");
            assertThat(Flattened.areFlat(done)).isTrue();
            assertThat(Flattened.areFlat(List.of(done.getLast()))).isFalse();
            assertThat(venueClock().instant()).isEqualTo(began);
        }
    }

    @Test
    @DisplayName("an account that holds nothing is flat at once")
    void findsNothingToDo() throws InterruptedException {
        assertThat(flatten())
                .isEqualTo(new Flattened("large", true, 0, List.of(), List.of(), true, false));
    }

    @Test
    @DisplayName("A-85: books that cannot be read for a while do not stop flatten --direct")
    void goesOnWhenTheBooksAnswerAgain() throws InterruptedException {
        OptionSnapshot contract = liquid();
        buy("entry", contract, 3, ask(contract));
        buy("waiting", contract, 2, new Price(new BigDecimal("0.05")));
        faults.unreadable(venue.now(), Duration.ofSeconds(5));

        Flattened first = flatten();

        assertThat(first.flat()).isTrue();
        assertThat(first.cancelled()).isEqualTo(1);
        assertThat(first.remarks()).anyMatch(line -> line.startsWith("not readable: "));
        assertThat(venue.positions(LARGE)).isEmpty();
    }

    @Test
    @DisplayName("A-85: an outage between a sale and its confirmation is waited for")
    void goesOnWhenTheBooksFailOnTheWay() throws InterruptedException {
        OptionSnapshot contract = liquid();
        buy("entry", contract, 3, ask(contract));
        faults.unreadableAfterSale(Duration.ofSeconds(20));

        Flattened done = flatten();

        assertThat(done.flat()).isTrue();
        assertThat(done.positions())
                .singleElement()
                .satisfies(position -> assertThat(position.sold()).contains(3));
    }

    @Test
    @DisplayName("A-85: what the books do not confirm is told as sent, never as nothing")
    void tellsWhatItSentWhenTheBooksStaySilent() throws InterruptedException {
        OptionSnapshot contract = liquid();
        buy("entry", contract, 3, ask(contract));
        buy("waiting", contract, 2, new Price(new BigDecimal("0.05")));
        faults.unreadableAfterSale(Duration.ofHours(1));

        Flattened done = flatten();

        assertThat(done.flat()).isFalse();
        assertThat(done.cancelled()).isEqualTo(1);
        assertThat(done.positions())
                .singleElement()
                .satisfies(position -> {
                    assertThat(position.held()).isEqualTo(3);
                    assertThat(position.sold()).isEmpty();
                });
        assertThat(done.remarks())
                .contains(
                        "could not be confirmed: 1 cancels and 1 orders were sent;"
                                + " look at the dashboard");
    }

    @Test
    @DisplayName("A-85: a refused resting offer is told of and sent again, and then rests")
    void offersAgainWhatWasRefused() throws InterruptedException {
        OptionSnapshot contract = unwanted();
        buy("entry", contract, 1, ask(contract));
        faults.refuseSales(1);

        Flattened done = flatten();

        assertThat(sells()).singleElement().matches(order -> order.status() == OrderStatus.NEW);
        assertThat(done.remarks())
                .anyMatch(line -> line.contains("refused, 403: not now"))
                .anyMatch(line -> line.startsWith("nobody bids for " + contract.symbol()));
        assertThat(done.flat()).isFalse();
    }

    @Test
    @DisplayName("A-85: a resting offer in doubt that the books do not show is sent again")
    void offersAgainWhatNeverCame() throws InterruptedException {
        OptionSnapshot contract = unwanted();
        buy("entry", contract, 1, ask(contract));
        faults.refuseSales(1);
        faults.loseAnswers(1);

        Flattened done = flatten();

        assertThat(sells()).hasSize(1);
        assertThat(done.remarks()).anyMatch(line -> line.contains("in doubt, "));
    }

    @Test
    @DisplayName("A-85: a resting offer in doubt that the books show is not sent again")
    void leavesWhatTheBooksShow() throws InterruptedException {
        OptionSnapshot contract = unwanted();
        buy("entry", contract, 1, ask(contract));
        faults.loseAnswers(1);

        flatten();

        assertThat(sells()).hasSize(1);
        assertThat(told).filteredOn(line -> line.contains(": sell ")).hasSize(1);
    }

    @Test
    @DisplayName("A-85: an order that does not end keeps nothing else from being sold at once")
    void sellsBesideAnOrderThatDoesNotEnd() throws InterruptedException {
        OptionSnapshot halted = liquid(0);
        OptionSnapshot other = liquid(1);
        buy("entry", other, 3, ask(other));
        buy("waiting", halted, 2, new Price(new BigDecimal("0.05")));
        faults.halt(halted.symbol().toString());
        Instant began = venue.now();

        Flattened done = flatten();

        assertThat(venue.positions(LARGE)).isEmpty();
        assertThat(sells()).allMatch(order -> order.submittedAt().isBefore(began.plusSeconds(10)));
        assertThat(done.flat()).isFalse();
        assertThat(done.remarks()).contains("1 orders do not end; look at them in the dashboard");
        assertThat(venue.now()).isBefore(began.plusSeconds(90));
    }

    @Test
    @DisplayName("A-85: an offer that does not end is not sent again, the others are renewed")
    void renewsBesideAnOfferThatDoesNotEnd() throws InterruptedException {
        OptionSnapshot halted = liquid(0);
        OptionSnapshot other = liquid(1);
        buy("entry", halted, 1, ask(halted));
        buy("another", other, 1, ask(other));
        faults.halt(halted.symbol().toString());
        faults.leaveOffers(other.symbol().toString());
        Instant began = venue.now();

        Flattened done = flatten();

        assertThat(sells(halted)).hasSize(1);
        assertThat(sells(other)).hasSizeGreaterThan(3);
        assertThat(sells(other).getLast())
                .matches(order -> order.limit().isEmpty())
                .matches(order -> order.submittedAt().isBefore(began.plusSeconds(30)));
        assertThat(done.positions())
                .filteredOn(position -> position.symbol().equals(other.symbol().toString()))
                .singleElement()
                .satisfies(position -> assertThat(position.sold()).contains(1));
    }

    private List<OrderView> sells(OptionSnapshot contract) {
        return sells().stream()
                .filter(order -> order.instrument().symbol().equals(contract.symbol().toString()))
                .sorted(Comparator.comparing(OrderView::submittedAt))
                .toList();
    }

    private Flattened flatten() throws InterruptedException {
        return new DirectFlatten(
                        broker,
                        venueClock(),
                        length -> venue.advanceTo(venue.now().plus(length)),
                        Duration.ofMinutes(1),
                        told::add)
                .flatten(LARGE);
    }

    private List<OrderView> sells() {
        return venue.orders(LARGE).stream().filter(order -> order.side() == Side.SELL).toList();
    }

    private void buy(String id, OptionSnapshot contract, int quantity, Price limit) {
        var order =
                new OrderRequest(
                        new ClientOrderId(id),
                        LARGE,
                        new Instrument.Option(contract.symbol()),
                        Side.BUY,
                        quantity,
                        Optional.of(limit));
        assertThat(broker.orderEntry().submit(order)).isInstanceOf(SubmitResult.Accepted.class);
    }

    private OptionSnapshot liquid() {
        return liquid(0);
    }

    private OptionSnapshot liquid(int index) {
        var day = market.session().date();
        var window =
                new ChainWindow(
                        NVDA,
                        day.plusDays(14),
                        day.plusDays(30),
                        Optional.empty(),
                        new Price(BigDecimal.ONE),
                        new Price(new BigDecimal("9999")));
        return broker.optionChains().snapshots(window).stream()
                .filter(each -> ask(each).perShare().doubleValue() > 2)
                .filter(each -> ask(each).perShare().doubleValue() < 6)
                .skip(index)
                .findFirst()
                .orElseThrow();
    }

    /// A contract that is offered, and that nobody bids for.
    private OptionSnapshot unwanted() {
        var day = market.session().date();
        var window =
                new ChainWindow(
                        NVDA,
                        day,
                        day.plusDays(30),
                        Optional.empty(),
                        new Price(new BigDecimal("0.01")),
                        new Price(new BigDecimal("9999")));
        return broker.optionChains().snapshots(window).stream()
                .filter(each ->
                        each.reading() instanceof QuoteReading.Seen(var sighting)
                                && !sighting.quote().hasBid())
                .filter(each -> ask(each).perShare().signum() > 0)
                .findFirst()
                .orElseThrow();
    }

    private static Price ask(OptionSnapshot contract) {
        return contract.reading() instanceof QuoteReading.Seen(var sighting)
                ? sighting.quote().ask()
                : Price.ZERO;
    }

    private Clock venueClock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return venue.now();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
