package io.opspipeline.alpaca.trading;

import static io.opspipeline.alpaca.Bench.LARGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.alpaca.Bench;
import io.opspipeline.alpaca.FakeAlpaca;
import io.opspipeline.alpaca.FakeAlpaca.Answer;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.NetPrice;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.PositionEffect;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.order.SpreadLeg;
import io.opspipeline.domain.order.SpreadRequest;
import io.opspipeline.domain.order.SpreadUpdate;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.broker.DoNotExerciseResult;
import io.opspipeline.ports.broker.SpreadResult;
import io.opspipeline.ports.broker.SubmitResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadEntryTest {

    private static final OccSymbol LONG = OccSymbol.parse("AAPL260116C00250000");
    private static final OccSymbol SHORT = OccSymbol.parse("AAPL260116C00260000");
    private static final ClientOrderId ID = new ClientOrderId("s1");
    private static final SpreadRequest SPREAD =
            new SpreadRequest(
                    ID,
                    LARGE,
                    List.of(
                            new SpreadLeg(SHORT, Side.SELL, PositionEffect.OPEN, 1),
                            new SpreadLeg(LONG, Side.BUY, PositionEffect.CLOSE, 2)),
                    3,
                    NetPrice.of("-1.2"));
    private static final String TAKEN =
            "{'id':'b1','client_order_id':'s1','status':'new','order_class':'mleg','symbol':'','side':'','asset_id':'','filled_qty':'0','filled_avg_price':null,'updated_at':'2026-01-05T15:00:00Z','legs':[{'id':'l1','client_order_id':'x','order_class':'mleg','symbol':'AAPL260116C00250000','side':'buy','type':'','filled_qty':'0','ratio_qty':'2'}]}";

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
            "a spread states every intent, its ratios as text, and a credit as a negative limit")
    void statesEveryIntent() {
        alpaca.on("/v2/orders", TAKEN);
        bench.clients.orderEntry().submit(SPREAD);
        assertThat(alpaca.asked().getFirst().body())
                .isEqualTo(
                        """
                        {"order_class":"mleg","qty":"3","type":"limit","limit_price":"-1.20","time_in_force":"day","client_order_id":"s1","legs":[{"symbol":"AAPL260116C00260000","ratio_qty":"1","side":"sell","position_intent":"sell_to_open"},{"symbol":"AAPL260116C00250000","ratio_qty":"2","side":"buy","position_intent":"buy_to_close"}]}\
                        """);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A-67, A-82: what an answer to a spread means is what it means for an order")
    @CsvSource(
            delimiter = '|',
            value = {
                "5XX-BUT-ACCEPTED        | 504 | <html>Gateway Time-out</html> | InDoubt",
                "200-UNPARSEABLE-BODY    | 200 | Please wait | InDoubt",
                "a body without an order | 200 | {} | InDoubt",
                "another order           | 200 | {'id':'b','client_order_id':'c9','status':'new','filled_qty':'0','updated_at':'2026-01-05T15:00:00Z'} | InDoubt",
                "DUPLICATE-CLIENT-ID     | 422 | {'code':40010001,'message':'client_order_id must be unique'} | Duplicate",
                "403-UNCOVERED-INTENT    | 403 | {'code':40310000,'message':'account not eligible to trade uncovered option contracts'} | Refused",
                "429                     | 429 | {'code':42910000,'message':'rate limit exceeded'} | RateLimited",
                "ACK-LOST                | 0   | '' | InDoubt"
            })
    void readsTheAnswer(String fault, int status, String body, String result) {
        alpaca.on("/v2/orders", Answer.of(status, body));
        SpreadResult answer = bench.clients.orderEntry().submit(SPREAD);
        assertThat(answer.getClass().getSimpleName()).isEqualTo(result);
        assertThat(alpaca.asked()).as("sent once").hasSize(1);
    }

    @Test
    @DisplayName("DUPLICATE-CLIENT-ID: a spread whose name is known has been sent before")
    void looksUpAnUnknownWording() {
        alpaca.on("/v2/orders", Answer.of(422, "{'code':40010001,'message':'identifier reused'}"));
        alpaca.on("/v2/orders:by_client_order_id", Answer.of(200, TAKEN));

        assertThat(bench.clients.orderEntry().submit(SPREAD))
                .isEqualTo(new SubmitResult.Duplicate());
    }

    @Test
    @DisplayName("a spread in doubt is found by its client id, or is not known")
    void findsASpreadByItsClientId() {
        alpaca.on(
                "/v2/orders:by_client_order_id",
                Answer.of(200, TAKEN),
                Answer.of(404, "{'code':40410000,'message':'order not found for s1'}"),
                Answer.of(200, "{'id':'b2','client_order_id':'s1','order_class':'simple'}"),
                Answer.of(200, TAKEN.replace("'id':'b1',", "")));
        var spreads = bench.clients.spreads();
        assertThat(spreads.spreadByClientId(LARGE, ID))
                .map(SpreadUpdate::legs)
                .hasValueSatisfying(legs -> assertThat(legs.getFirst().contract()).isEqualTo(LONG));
        assertThat(spreads.spreadByClientId(LARGE, ID)).isEmpty();
        assertThat(spreads.spreadByClientId(LARGE, ID)).isEmpty();
        assertThatThrownBy(() -> spreads.spreadByClientId(LARGE, ID))
                .isInstanceOf(BrokerUnavailable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {} | Accepted",
                "403 | {'code':40310001,'message':'cannot submit DNE for short position'} | Refused",
                "404 | {'code':40410000,'message':'long position not found'} | Refused",
                "500 | {} | InDoubt",
                "429 | {'code':42910000,'message':'rate limit exceeded'} | InDoubt"
            })
    void asksNotToExercise(int status, String body, String result) {
        alpaca.on("/v2/positions/" + LONG + "/do-not-exercise", Answer.of(status, body));
        DoNotExerciseResult answer = bench.clients.orderEntry().doNotExercise(LARGE, LONG);
        assertThat(answer.getClass().getSimpleName()).isEqualTo(result);
        assertThat(alpaca.asked().getFirst().method()).isEqualTo("POST");
    }
}
