package io.opspipeline.alpaca.trading;

import static io.opspipeline.alpaca.Bench.LARGE;
import static io.opspipeline.alpaca.Bench.TINY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.opspipeline.alpaca.Bench;
import io.opspipeline.alpaca.FakeAlpaca;
import io.opspipeline.alpaca.FakeAlpaca.Answer;
import io.opspipeline.alpaca.translation.Rows;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.Side;
import io.opspipeline.ports.broker.CancelResult;
import io.opspipeline.ports.broker.SubmitResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderEntryTest {

    private static final String CALL = "AAPL260116C00250000";

    private final FakeAlpaca alpaca = new FakeAlpaca();
    private final Bench bench =
            new Bench(alpaca.url(), 1_000, Duration.ofMillis(400), Optional.empty());

    @AfterEach
    void close() {
        bench.close();
        alpaca.close();
    }

    @Test
    @DisplayName(
            "A-80, incident 9: an entry buys to open, an exit sells to close, in plain decimals")
    void statesTheIntentAndPlainPrices() {
        alpaca.on("/v2/orders", Answer.none());
        bench.clients.orderEntry().submit(order(LARGE, Side.BUY, Optional.of(Price.of("10"))));
        bench.clients.orderEntry().submit(order(TINY, Side.SELL, Optional.empty()));

        assertThat(alpaca.asked())
                .extracting(FakeAlpaca.Asked::key, FakeAlpaca.Asked::body)
                .containsExactly(
                        tuple(
                                "key-large",
                                """
                                {"symbol":"AAPL260116C00250000","qty":"2","side":"buy","type":"limit","limit_price":"10.00","time_in_force":"day","position_intent":"buy_to_open","client_order_id":"c1"}\
                                """),
                        tuple(
                                "key-tiny",
                                """
                                {"symbol":"AAPL260116C00250000","qty":"2","side":"sell","type":"market","time_in_force":"day","position_intent":"sell_to_close","client_order_id":"c1"}\
                                """));
    }

    @Test
    void acceptsWhatTheBrokerHas() {
        alpaca.on("/v2/orders", Rows.order("b1", "c1", "pending_new", 0, "null"));
        assertThat(submit())
                .isInstanceOfSatisfying(
                        SubmitResult.Accepted.class,
                        accepted -> {
                            assertThat(accepted.update().brokerOrderId().value()).isEqualTo("b1");
                            assertThat(accepted.update().status())
                                    .isEqualTo(BrokerOrderStatus.PENDING);
                        });
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A-67, A-82, A-129: what an answer to an order means")
    @CsvSource(
            delimiter = '|',
            value = {
                "5XX-BUT-ACCEPTED        | 504 | <html>Gateway Time-out</html> | InDoubt",
                "500                     | 500 | {'code':50010000,'message':'internal server error'} | InDoubt",
                "408                     | 408 | {'message':'request timeout'} | InDoubt",
                "302                     | 302 | moved | InDoubt",
                "200-UNPARSEABLE-BODY    | 200 | Please wait | InDoubt",
                "a body without an order | 200 | {} | InDoubt",
                "another order           | 200 | {'id':'b','client_order_id':'c9','status':'new','filled_qty':'0','updated_at':'2026-01-05T15:00:00Z'} | InDoubt",
                "DUPLICATE-CLIENT-ID     | 422 | {'code':40010001,'message':'client_order_id must be unique'} | Duplicate",
                "its other wording       | 422 | {'code':40010001,'message':'client order id must be unique'} | Duplicate",
                "another 40010001        | 422 | {'code':40010001,'message':'invalid qty'} | Refused",
                "422-WASH-TRADE          | 422 | {'code':42210000,'message':'potential wash trade detected'} | Refused",
                "403-INSUFFICIENT-OBP    | 403 | {'code':40310000,'message':'insufficient options buying power'} | Refused",
                "403-UNCOVERED-INTENT    | 403 | {'code':40310000,'message':'account not eligible to trade uncovered option contracts'} | Refused",
                "403-LEVEL-TOO-LOW       | 403 | {'code':40310000,'message':'account not eligible for level2 options trading'} | Refused",
                "403-USER-SUSPENDED      | 403 | {'message':'trading is suspended'} | Refused",
                "AUTH-REVOKED            | 401 | <html>401</html> | Refused"
            })
    void readsTheAnswer(String fault, int status, String body, String result) {
        alpaca.on("/v2/orders", Answer.of(status, body));
        assertThat(submit().getClass().getSimpleName()).isEqualTo(result);
        assertThat(alpaca.asked()).as("sent once").hasSize(1);
    }

    @ParameterizedTest(name = "{0}, then {1}: {3}")
    @DisplayName("DUPLICATE-CLIENT-ID, A-82: words we do not know are decided by the books")
    @CsvSource(
            delimiter = '|',
            value = {
                "client_order_id is in use   | 200 | {'id':'b1'}                              | Duplicate",
                "identifier reused           | 200 | {'id':'b1'}                              | Duplicate",
                "order is already in the book| 200 | {'id':'b1'}                              | Duplicate",
                "identifier reused           | 404 | {'code':40410000,'message':'not found'}  | Refused",
                "identifier reused           | 404 | {'message':'endpoint not found.'}        | InDoubt",
                "identifier reused           | 500 | {}                                       | InDoubt"
            })
    void looksUpAnUnknownWording(String words, int status, String known, String result) {
        alpaca.on("/v2/orders", Answer.of(422, "{'code':40010001,'message':'" + words + "'}"));
        alpaca.on("/v2/orders:by_client_order_id", Answer.of(status, known));

        assertThat(submit().getClass().getSimpleName()).isEqualTo(result);
        assertThat(alpaca.asked())
                .filteredOn(asked -> asked.method().equals("POST"))
                .as("sent once")
                .hasSize(1);
    }

    @Test
    @DisplayName("A-82: a refusal of a name that the books do not know keeps code and words")
    void keepsTheCodeOfANameThatIsRefused() {
        alpaca.on(
                "/v2/orders",
                Answer.of(422, "{'code':40010001,'message':'client_order_id too long'}"));
        alpaca.on(
                "/v2/orders:by_client_order_id",
                Answer.of(404, "{'code':40410000,'message':'order not found for c1'}"));

        assertThat(submit())
                .isEqualTo(
                        new SubmitResult.Refused(
                                DenialCode.CLIENT_ID_INVALID,
                                422,
                                40_010_001,
                                "client_order_id too long"));
    }

    @Test
    void keepsTheBrokersWordsOfARefusal() {
        alpaca.on("/v2/orders", Answer.of(403, "{'code':40310000,'message':'insufficient qty'}"));
        assertThat(submit())
                .isEqualTo(
                        new SubmitResult.Refused(
                                DenialCode.INSUFFICIENT_QUANTITY,
                                403,
                                40_310_000,
                                "insufficient qty"));
    }

    @Test
    @DisplayName("ACK-LOST: no answer is in doubt, and the order is not sent again")
    void isInDoubtWithoutAnAnswer() {
        alpaca.on("/v2/orders", Answer.none());
        assertThat(submit()).isInstanceOf(SubmitResult.InDoubt.class);
        assertThat(alpaca.asked()).hasSize(1);
    }

    @Test
    @DisplayName("A-82: an order that found no connection was not sent, and may go a second later")
    void isNotInDoubtWithoutAConnection() {
        alpaca.close();
        assertThat(submit())
                .isEqualTo(
                        new SubmitResult.NotSent(
                                DenialCode.BROKER_UNREACHABLE.says("no connection to the broker"),
                                Instant.parse("2026-01-05T15:00:01Z")));
    }

    @Test
    @DisplayName("429-BURST: the same order may go again after the reset, not before")
    void waitsForTheReset() {
        Instant reset = Instant.parse("2026-01-05T15:00:40Z");
        String seconds = Long.toString(reset.getEpochSecond());
        alpaca.on(
                "/v2/orders",
                new Answer(429, "{}", Map.of("X-RateLimit-Reset", seconds)),
                Answer.of(200, Rows.order("b1", "c1", "new", 0, "null")));

        assertThat(List.of(submit(), submit()))
                .containsExactly(
                        new SubmitResult.RateLimited(DenialCode.RATE_LIMITED, reset),
                        new SubmitResult.RateLimited(DenialCode.REQUEST_LIMIT, reset));
        assertThat(alpaca.asked()).as("the second did not go out").hasSize(1);
        bench.clock.set(reset);
        assertThat(submit()).isInstanceOf(SubmitResult.Accepted.class);
    }

    @Test
    @DisplayName("incident 70: an account without credentials never uses another's")
    void hasNoOtherCredentials() {
        AccountId unknown = new AccountId("unknown");
        assertThatThrownBy(() ->
                        bench.clients
                                .orderEntry()
                                .submit(order(unknown, Side.SELL, Optional.empty())))
                .hasMessageContaining("no Alpaca credentials for account unknown");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "204 |                                                                 | Accepted",
                "404 | {'code':40410000,'message':'order not found'}                   | Unknown",
                "404 | {'message':'endpoint not found.'}                               | InDoubt",
                "404 | <html>404</html>                                                | InDoubt",
                "422 | {'code':42210000,'message':'order is already in filled state'}  | AlreadyEnded",
                "422 | {'code':42210000,'message':'order is pending cancel'}           | Accepted",
                "403 | {'code':40310000,'message':'cancel mleg order is disabled'}     | InDoubt",
                "500 | {}                                                              | InDoubt",
                "429 | {'code':42910000,'message':'rate limit exceeded'}               | InDoubt"
            })
    void readsTheAnswerToACancel(int status, String body, String result) {
        alpaca.on("/v2/orders/b 1", Answer.of(status, body == null ? "" : body));
        CancelResult cancelled = bench.clients.orderEntry().cancel(LARGE, new BrokerOrderId("b 1"));
        assertThat(cancelled.getClass().getSimpleName()).isEqualTo(result);
        assertThat(alpaca.asked()).extracting(FakeAlpaca.Asked::method).containsExactly("DELETE");
    }

    @Test
    void showsNoSecretThatCameBack() {
        alpaca.on("/v2/orders", Answer.of(400, "{'message':'bad key key-large secret-large'}"));
        assertThat(submit())
                .isEqualTo(
                        new SubmitResult.Refused(
                                DenialCode.MALFORMED_REQUEST, 400, 0, "bad key *** ***"));
        assertThat(bench.alerts)
                .singleElement()
                .asString()
                .startsWith("WARNING alpaca-refusal:large:MALFORMED_REQUEST")
                .endsWith("as MALFORMED_REQUEST: 400: bad key *** ***");
    }

    private SubmitResult submit() {
        return bench.clients
                .orderEntry()
                .submit(order(LARGE, Side.BUY, Optional.of(Price.of("2.50"))));
    }

    private static OrderRequest order(AccountId account, Side side, Optional<Price> limit) {
        return new OrderRequest(
                new ClientOrderId("c1"), account, Instrument.ofSymbol(CALL), side, 2, limit);
    }
}
