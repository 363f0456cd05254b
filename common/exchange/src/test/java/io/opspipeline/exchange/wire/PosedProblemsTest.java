package io.opspipeline.exchange.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.exchange.pose.DataPlan;
import io.opspipeline.exchange.pose.Pose;
import io.opspipeline.exchange.venue.Faults;
import io.opspipeline.exchange.venue.OpeningAccount;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The exchange poses problems as Alpaca would: with its statuses and bodies.
class PosedProblemsTest {

    private static final Pose HEALTHY = Pose.healthy(List.of());

    private static final String ORDER =
            """
            {"symbol":"SPY","qty":1,"side":"buy","type":"limit","limit_price":1,"time_in_force":"day"}\
            """;

    @Test
    @DisplayName("incident 58: without a plan for it, young sip data is refused with 403")
    void refusesYoungSipData() {
        var settings = posing(HEALTHY.with(DataPlan.FULL.withoutSip()));
        try (var exchange = new RunningExchange(settings, Faults.none())) {
            String bars = "/v2/stocks/bars?symbols=SPY&timeframe=1Min&start=2024-01-02";
            Client.Reply latest = exchange.large.get("/v2/stocks/snapshots?symbols=SPY&feed=sip");

            assertThat(latest.status()).isEqualTo(403);
            assertThat(latest.text())
                    .isEqualTo(
                            "{\"code\":42210000,\"message\":\"subscription does not permit querying recent SIP data\"}");
            assertThat(exchange.large.get(bars + "&feed=sip").status()).isEqualTo(403);
            assertThat(exchange.large.get(bars + "&feed=sip&end=" + exchange.minute(-6)).status())
                    .isEqualTo(200);
            assertThat(exchange.large.get(bars).status()).isEqualTo(200);
            assertThat(exchange.large.get(bars + "&feed=iex").status()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("incident 58: without the OPRA agreement, opra is refused with 403")
    void refusesOpraWithoutAgreement() {
        var settings = posing(HEALTHY.with(DataPlan.FULL.withoutOpra()));
        try (var exchange = new RunningExchange(settings, Faults.none())) {
            String chain = "/v1beta1/options/snapshots/SPY?limit=1";

            assertThat(exchange.large.get(chain + "&feed=opra").status()).isEqualTo(403);
            assertThat(exchange.large.get(chain + "&feed=opra").text())
                    .isEqualTo("{\"message\":\"OPRA agreement is not signed\"}");
            assertThat(exchange.large.get(chain).status()).isEqualTo(200);
            assertThat(exchange.large.get(chain + "&feed=indicative").status()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("fault CLOCK-SKEW: the clock that is told may be wrong, the market's is not")
    void tellsAWrongTime() {
        var settings = posing(HEALTHY.withClockSkew(Duration.ofSeconds(90)));
        try (var exchange = new RunningExchange(settings, Faults.none())) {
            String told = exchange.large.get("/v2/clock").at("/timestamp").asString();

            assertThat(OffsetDateTime.parse(told).toInstant())
                    .isEqualTo(exchange.minute(10).plusSeconds(90));
            assertThat(exchange.venue.now()).isEqualTo(exchange.minute(10));
        }
    }

    @Test
    @DisplayName("fault 403-USER-SUSPENDED: no order of a blocked account is taken")
    void takesNoOrderOfABlockedAccount() {
        try (var exchange = posing(OpeningAccount::withTradingBlocked)) {
            assertThat(exchange.large.get("/v2/account").at("/trading_blocked").asBoolean())
                    .isTrue();
            Client.Reply refused = exchange.large.post("/v2/orders", ORDER);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.at("/code").asInt()).isEqualTo(40310000);
        }
    }

    @Test
    @DisplayName("fault 403-LEVEL-TOO-LOW: number and options level are what is posed")
    void showsAnotherNumberAndLevel() {
        try (var exchange = posing(account -> account.withNumber("PA3X").withOptionsLevel(1))) {
            Client.Reply account = exchange.large.get("/v2/account");

            assertThat(account.at("/account_number").asString()).isEqualTo("PA3X");
            assertThat(account.at("/options_trading_level").asInt()).isEqualTo(1);
        }
    }

    private static WireSettings posing(Pose pose) {
        return WireSettings.lockstep().with(pose);
    }

    private static RunningExchange posing(UnaryOperator<OpeningAccount> pose) {
        return new RunningExchange(WireSettings.lockstep(), Faults.none(), pose);
    }
}
