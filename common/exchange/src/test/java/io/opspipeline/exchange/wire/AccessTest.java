package io.opspipeline.exchange.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.exchange.venue.Faults;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccessTest {

    @Test
    void letsNobodyInWithoutTheRightKey() {
        try (var exchange = new RunningExchange();
                var wrong = new Client(exchange.server.tradingUrl(), "key-large", "guess");
                var unknown = new Client(exchange.server.dataUrl(), "key", "secret")) {

            assertThat(wrong.get("/v2/account").status()).isEqualTo(401);
            assertThat(wrong.get("/v2/account").text())
                    .isEqualTo("{\"code\":40110000,\"message\":\"request is not authorized\"}");
            assertThat(unknown.get("/v2/stocks/snapshots?symbols=SPY").text())
                    .isEqualTo("{\"message\":\"unauthorized.\"}");
        }
    }

    @Test
    void knowsNoOtherPath() {
        try (var exchange = new RunningExchange()) {
            Client.Reply reply = exchange.large.get("/v2/wallets");

            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.text()).isEqualTo("{\"message\":\"endpoint not found.\"}");
            assertThat(exchange.large.post("/v2/clock", "").status()).isEqualTo(404);
        }
    }

    @Test
    void countsRequestsOfEachAccountInEachMinuteOfTheVenue() {
        var settings = WireSettings.lockstep().withLimits(3, 10);
        try (var exchange = new RunningExchange(settings, Faults.none())) {
            assertThat(
                            IntStream.range(0, 4)
                                    .mapToObj(_ -> exchange.large.get("/v2/clock"))
                                    .map(reply ->
                                            reply.status()
                                                    + " "
                                                    + reply.header("X-RateLimit-Remaining").get()))
                    .containsExactly("200 2", "200 1", "200 0", "429 0");
            assertThat(exchange.tiny.get("/v2/clock").status()).isEqualTo(200);
            assertThat(exchange.large.get("/v2/stocks/snapshots?symbols=SPY").status())
                    .isEqualTo(200);

            exchange.venue.advanceTo(exchange.minute(11));

            Client.Reply later = exchange.large.get("/v2/clock");
            assertThat(later.status()).isEqualTo(200);
            assertThat(later.header("X-RateLimit-Limit")).contains("3");
            assertThat(later.header("X-RateLimit-Reset"))
                    .contains(Long.toString(exchange.minute(12).getEpochSecond()));
        }
    }

    @Test
    void takesTheOrderBeforeItLosesTheAnswer() {
        try (var exchange = new RunningExchange(WireSettings.lockstep(), timeOutOnSubmit())) {
            Client.Reply reply =
                    exchange.large.post(
                            "/v2/orders",
                            """
                            {"symbol":"SPY","qty":1,"side":"buy","type":"limit","limit_price":1,
                             "time_in_force":"day","client_order_id":"mine"}\
                            """);

            assertThat(reply.status()).isEqualTo(504);
            assertThat(reply.text()).startsWith("<html>");
            assertThat(exchange.large.get("/v2/orders").at("/0/client_order_id").asString())
                    .isEqualTo("mine");
        }
    }

    private static Faults timeOutOnSubmit() {
        return new Faults() {
            @Override
            public AnswerFault onAnswer(AccountId account, Request request, Instant at) {
                return request == Request.SUBMIT ? AnswerFault.GATEWAY_TIMEOUT : AnswerFault.NONE;
            }
        };
    }
}
