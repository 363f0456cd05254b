package io.opspipeline.alpaca.trading;

import static io.opspipeline.alpaca.Bench.LARGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.alpaca.Bench;
import io.opspipeline.alpaca.FakeAlpaca;
import io.opspipeline.alpaca.FakeAlpaca.Answer;
import io.opspipeline.alpaca.translation.Rows;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.BrokerUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BooksTest {

    private final FakeAlpaca alpaca = new FakeAlpaca();
    private final Bench bench = Bench.on(alpaca);
    private final BrokerBooks books = bench.clients.books();

    @AfterEach
    void close() {
        bench.close();
        alpaca.close();
    }

    @Test
    @DisplayName("A-98: reads every order of every page, though many share an instant")
    void readsEveryPageOfOrders() {
        alpaca.on("/v2/orders", Answer.of(200, orders(0, 500)), Answer.of(200, orders(500, 3)));

        List<OrderUpdate> found = books.ordersSince(LARGE, Instant.parse("2026-01-05T14:30:00Z"));

        assertThat(found).hasSize(503).doesNotHaveDuplicates();
        assertThat(alpaca.queries())
                .containsExactly(
                        "status=all&direction=asc&nested=false&limit=500&after=2026-01-05T14:29:59.999999999Z",
                        "status=all&direction=asc&nested=false&limit=500&after_order_id=b499");
    }

    @Test
    void stopsWhenAPageComesAgain() {
        alpaca.on("/v2/orders", orders(0, 500));
        assertThat(books.openOrders(LARGE)).hasSize(500);
        assertThat(alpaca.asked()).hasSize(2);
    }

    @Test
    void leavesOutOrdersOfSeveralLegs() {
        alpaca.on(
                "/v2/orders",
                "[{'id':'m','client_order_id':'x','order_class':'mleg','symbol':''}]");
        assertThat(books.openOrders(LARGE)).isEmpty();
    }

    @Test
    @DisplayName("A-79: an order is found by its client id, or is not known")
    void findsAnOrderByItsClientId() {
        alpaca.on(
                "/v2/orders:by_client_order_id",
                Answer.of(200, Rows.order("b1", "large:AAPL:1:CALL:1", "new", 0, "null")),
                Answer.of(404, "{'code':40410000,'message':'order not found for x'}"),
                Answer.of(403, "{'message':'forbidden.'}"));
        ClientOrderId id = new ClientOrderId("large:AAPL:1:CALL:1");

        assertThat(books.orderByClientId(LARGE, id)).isPresent();
        assertThat(books.orderByClientId(LARGE, id)).isEmpty();
        assertThatThrownBy(() -> books.orderByClientId(LARGE, id))
                .isInstanceOf(BrokerUnavailable.class)
                .hasMessageContaining("403: forbidden.");
    }

    @ParameterizedTest
    @DisplayName("A-79, A-96: a 404 of anybody but the order book is no word about an order")
    @ValueSource(
            strings = {
                "{'message':'endpoint not found.'}",
                "{'code':40410001,'message':'account not found'}",
                "<html><head><title>404 Not Found</title></head></html>",
                ""
            })
    void takesNoOtherNotFoundForAnUnknownOrder(String body) {
        alpaca.on("/v2/orders:by_client_order_id", Answer.of(404, body));
        var id = new ClientOrderId("c1");

        assertThatThrownBy(() -> books.orderByClientId(LARGE, id))
                .isInstanceOf(BrokerUnavailable.class)
                .hasMessageContaining("404");
        assertThatThrownBy(() -> bench.clients.spreads().spreadByClientId(LARGE, id))
                .isInstanceOf(BrokerUnavailable.class)
                .hasMessageContaining("404");
    }

    @Test
    @DisplayName(
            "A-85, incidents 8, 30: positions keep the symbol of their contract; what cannot be ours is left out")
    void readsPositions() {
        alpaca.on(
                "/v2/positions",
                """
                [{'symbol':'AAPL260116C00250000','asset_class':'us_option','qty':'2','side':'long','avg_entry_price':'0.38'},
                 {'symbol':'F','asset_class':'us_equity','qty':'-100','side':'short','avg_entry_price':'9.5'},
                 {'symbol':'BTCUSD','asset_class':'crypto','qty':'0.01','side':'long','avg_entry_price':'90000'},
                 {'symbol':'T','asset_class':'us_equity','qty':'0.5','side':'long','avg_entry_price':'20'}]
                """);
        assertThat(books.positions(LARGE))
                .containsExactly(
                        new BrokerPosition(
                                Instrument.ofSymbol("AAPL260116C00250000"), 2, Price.of("0.38")),
                        new BrokerPosition(Instrument.ofSymbol("F"), -100, Price.of("9.5")));
    }

    @Test
    @DisplayName("A-98: of a position with a fraction the whole part is kept, and the rest is told")
    void keepsTheWholePartOfAFraction() {
        alpaca.on(
                "/v2/positions",
                """
                [{'symbol':'AAPL','asset_class':'us_equity','qty':'10.5','qty_available':'8.5','side':'long','avg_entry_price':'100'},
                 {'symbol':'F','asset_class':'us_equity','qty':'-2.25','side':'short','avg_entry_price':'9.5'},
                 {'symbol':'GM','asset_class':'us_equity','qty':'3.000','side':'long','avg_entry_price':'30'},
                 {'symbol':'T','asset_class':'us_equity','qty':'0.999','side':'long','avg_entry_price':'20'}]
                """);
        assertThat(books.positions(LARGE))
                .extracting(BrokerPosition::toString)
                .satisfiesExactly(
                        apple ->
                                assertThat(apple)
                                        .contains("quantity=10,", "available=8,", "fraction=0.5]"),
                        ford -> assertThat(ford).contains("quantity=-2,", "fraction=0.25]"),
                        motors -> assertThat(motors).contains("quantity=3,", "fraction=0]"));
    }

    @Test
    @DisplayName("A-97, A-98: the last close is read of what was held then, not of what is new")
    void readsTheLastClose() {
        alpaca.on(
                "/v2/positions",
                """
                [{'symbol':'SPY','qty':'2','avg_entry_price':'412.91','unrealized_pl':'-102.72','unrealized_intraday_pl':'-8.84','lastday_price':'365.97'},
                 {'symbol':'AAPL260116C00250000','qty':'2','avg_entry_price':'0.38','unrealized_pl':'-8','unrealized_intraday_pl':'-8.00','lastday_price':'0.36'},
                 {'symbol':'F','qty':'1','avg_entry_price':'9.5','lastday_price':'9.25'},
                 {'symbol':'T','qty':'1','avg_entry_price':'20','lastday_price':'0'},
                 {'symbol':'GM','qty':'1','avg_entry_price':'30','lastday_price':null}]
                """);
        assertThat(books.positions(LARGE))
                .extracting(BrokerPosition::lastClose)
                .containsExactly(
                        Optional.of(Price.of("365.97")),
                        Optional.empty(),
                        Optional.of(Price.of("9.25")),
                        Optional.empty(),
                        Optional.empty());
    }

    @Test
    @DisplayName("A-98: a position that cannot be read is not a closed one")
    void isUnavailableWhenAPositionCannotBeRead() {
        alpaca.on(
                "/v2/positions",
                Answer.of(
                        200,
                        "[{'symbol':'AAPL260116C00250000','asset_class':'us_option','qty':''}]"),
                Answer.of(200, "{}"));
        assertThatThrownBy(() -> books.positions(LARGE))
                .hasMessageContaining("has no readable qty");
        assertThatThrownBy(() -> books.positions(LARGE)).hasMessageContaining("no list");
    }

    @Test
    @DisplayName("A-76, incident 16: equity, cash and buying power are each their own figure")
    void readsEachFigureOfAnAccount() {
        alpaca.on(
                "/v2/account",
                "{'account_number':'PA1','status':'ACTIVE','trading_blocked':false,'account_blocked':false,'options_trading_level':2,'equity':'1000.10','last_equity':'990.20','cash':'-30.30','buying_power':'4000.40','options_buying_power':'500.50'}");

        assertThat(books.account(LARGE))
                .isEqualTo(
                        new BrokerAccount(
                                "PA1",
                                "ACTIVE",
                                false,
                                2,
                                Money.of("1000.10"),
                                Money.of("990.20"),
                                Money.of("-30.30"),
                                Money.of("500.50")));
    }

    @Test
    @DisplayName("incident 67: a figure that is missing is not zero")
    void isUnavailableWhenAFigureIsMissing() {
        alpaca.on(
                "/v2/account",
                "{'account_number':'1','status':'ACTIVE','trading_blocked':false,'account_blocked':false,'options_trading_level':2,'equity':'1','cash':'1','options_buying_power':'1'}");
        assertThatThrownBy(() -> books.account(LARGE))
                .isInstanceOf(BrokerUnavailable.class)
                .hasMessageContaining("last_equity");
    }

    private static String orders(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> Rows.order("b" + i, "c" + i, "new", 0, "null"))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
