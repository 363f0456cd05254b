package io.opspipeline.alpaca.trading;

import static io.opspipeline.alpaca.Bench.LARGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.alpaca.Bench;
import io.opspipeline.alpaca.FakeAlpaca;
import io.opspipeline.alpaca.FakeAlpaca.Answer;
import io.opspipeline.domain.activity.BrokerActivity;
import io.opspipeline.domain.activity.BrokerActivity.Line;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.Side;
import io.opspipeline.ports.broker.BrokerUnavailable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ActivitiesTest {

    private static final Instant FROM = Instant.parse("2026-01-05T14:30:00Z");
    private static final OccSymbol CALL = OccSymbol.parse("AAPL240301C00180000");

    private final FakeAlpaca alpaca = new FakeAlpaca();
    private final Bench bench = Bench.on(alpaca);

    @AfterEach
    void close() {
        bench.close();
        alpaca.close();
    }

    @Test
    @DisplayName("reads every page, each after the last row of the one before")
    void readsEveryPage() {
        alpaca.on(
                "/v2/account/activities",
                Answer.of(200, rows(0, 100)),
                Answer.of(200, rows(100, 100)),
                Answer.of(200, rows(200, 7)));
        assertThat(read()).hasSize(207).doesNotHaveDuplicates();
        String first = "direction=asc&page_size=100&after=2026-01-05T14:29:59.999999999Z";
        assertThat(alpaca.queries())
                .containsExactly(first, first + "&page_token=a99", first + "&page_token=a199");
    }

    @Test
    void stopsWhenAPageComesAgain() {
        alpaca.on("/v2/account/activities", rows(0, 100));
        assertThat(read()).hasSize(100);
    }

    @Test
    @DisplayName("A-99: expiry, exercise, assignment, shares and cash, with a date alone")
    void readsEveryKind() {
        alpaca.on(
                "/v2/account/activities",
                """
                [{'activity_type':'FILL','id':'1','order_id':'o','symbol':'AAPL240301C00180000','side':'sell','qty':'2','price':'1.5','cum_qty':'2','leaves_qty':'1','transaction_time':'2024-03-01T15:00:00.5Z','type':'partial_fill'},
                 {'activity_type':'OPEXP','id':'2','date':'2024-03-01','symbol':'AAPL240301C00180000','qty':'-2','net_amount':'0'},
                 {'activity_type':'OPEXC','id':'3','date':'2024-03-01T00:00:00-05:00','symbol':'AAPL240301C00180000','qty':'-2','group_id':'g'},
                 {'activity_type':'OPASN','id':'4','date':'2024-03-01','symbol':'AAPL240301C00180000','qty':'1','group_id':''},
                 {'activity_type':'OPTRD','id':'5','date':'2024-03-01','symbol':'AAPL','qty':'100','price':'190','net_amount':'-19000','group_id':'g'},
                 {'activity_type':'OPCSH','id':'6','date':'2024-03-01','symbol':'AAPL240301C00180000','qty':'-1','net_amount':'250.50'}]
                """);
        assertThat(read())
                .containsExactly(
                        new BrokerActivity.Filled(
                                new Line(
                                        Optional.of("1"),
                                        Optional.of(LocalDate.of(2024, 3, 1)),
                                        Optional.of(Instant.parse("2024-03-01T15:00:00.500Z")),
                                        Optional.empty()),
                                new BrokerOrderId("o"),
                                new Instrument.Option(CALL),
                                Side.SELL,
                                2,
                                Price.of("1.5"),
                                2,
                                1),
                        new BrokerActivity.Expired(line("2", ""), CALL, -2),
                        new BrokerActivity.Exercised(line("3", "g"), CALL, -2),
                        new BrokerActivity.Assigned(line("4", ""), CALL, 1),
                        new BrokerActivity.SharesTraded(
                                line("5", "g"),
                                new Ticker("AAPL"),
                                100,
                                Price.of("190"),
                                Money.of("-19000")),
                        new BrokerActivity.CashSettled(line("6", ""), CALL, -1, Money.of("250.5")));
    }

    @Test
    @DisplayName("what is unknown or cannot be read is kept under its own name")
    void keepsWhatItDoesNotKnow() {
        alpaca.on(
                "/v2/account/activities",
                """
                [{'activity_type':'DIV','id':'1','date':'2024-03-01','symbol':'T','qty':'2','net_amount':'1.02'},
                 {'activity_type':'MOON','id':'','date':''},
                 {'activity_type':'OPEXP','id':'3','symbol':'AAPL1','qty':'1'},
                 {'activity_type':'FILL','id':'4','symbol':'BTC/USD','qty':'0.01'},
                 {}]
                """);
        assertThat(read())
                .allMatch(BrokerActivity.Other.class::isInstance)
                .extracting(activity -> ((BrokerActivity.Other) activity).type())
                .containsExactly("DIV", "MOON", "OPEXP", "FILL", "");
        assertThat(read().getFirst())
                .isEqualTo(
                        new BrokerActivity.Other(
                                line("1", ""),
                                "DIV",
                                Optional.of("T"),
                                Optional.of(new BigDecimal("2")),
                                Optional.of(Money.of("1.02"))));
        assertThat(read().get(1).line())
                .isEqualTo(
                        new Line(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void isUnavailableWithoutAList() {
        alpaca.on("/v2/account/activities", "{}");
        assertThatThrownBy(this::read).isInstanceOf(BrokerUnavailable.class);
    }

    private List<BrokerActivity> read() {
        return bench.clients.activities().activitiesSince(LARGE, FROM);
    }

    private static Line line(String id, String group) {
        return new Line(
                Optional.of(id),
                Optional.of(LocalDate.of(2024, 3, 1)),
                Optional.empty(),
                Optional.of(group).filter(text -> !text.isEmpty()));
    }

    private static String rows(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(
                        i -> "{'activity_type':'FEE','id':'a%d','date':'2026-01-05'}".formatted(i))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
