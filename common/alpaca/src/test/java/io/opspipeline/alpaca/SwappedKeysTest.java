package io.opspipeline.alpaca;

import static io.opspipeline.alpaca.Bench.LARGE;
import static io.opspipeline.alpaca.Bench.TINY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.Side;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.broker.SubmitResult;
import io.opspipeline.ports.store.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// What services are given by [AlpacaPorts] when the keys of an account open another one.
class SwappedKeysTest {

    private final FakeAlpaca alpaca = new FakeAlpaca();
    private final List<String> alerts = new ArrayList<>();

    @BeforeEach
    void begin() {
        alpaca.on("/v2/account", "key-1", account("PA-1"));
        alpaca.on("/v2/account", "key-2", account("PA-2"));
        alpaca.on("/v2/positions", "[]");
        alpaca.on(
                "/v2/orders",
                FakeAlpaca.Answer.of(
                        403, "{'code':40310000,'message':'insufficient options buying power'}"));
    }

    @AfterEach
    void close() {
        alpaca.close();
    }

    @Test
    @DisplayName(
            "A-14, incidents 24, 70: with the keys of another account no order and no cancel goes out, and no book is read")
    void sendsNothingIntoAnotherAccount() {
        try (var context = launch(Map.of(LARGE, "PA-2", TINY, "PA-2"))) {
            AlpacaClients clients = context.getBean(AlpacaClients.class);

            assertThat(clients.orderEntry().submit(sale()).getClass().getSimpleName())
                    .isEqualTo("NotSent");
            clients.orderEntry().cancel(LARGE, new BrokerOrderId("b1"));
            assertThatThrownBy(() -> clients.books().positions(LARGE))
                    .isInstanceOf(BrokerUnavailable.class);
            assertThat(clients.books().positions(TINY)).isEmpty();
        }

        assertThat(alpaca.asked())
                .extracting(asked -> asked.key() + " " + asked.method() + " " + asked.path())
                .containsExactly(
                        "key-1 GET /v2/account",
                        "key-2 GET /v2/account",
                        "key-2 GET /v2/positions");
        assertThat(alerts)
                .singleElement()
                .asString()
                .startsWith("CRITICAL account-number large PA-1 ");
    }

    @Test
    @DisplayName("A-14: an order goes out after the broker has said whose keys they are")
    void sendsAfterTheBrokerHasSaidWhoseTheyAre() {
        try (var context = launch(Map.of(LARGE, "PA-1"))) {
            assertThat(context.getBean(AlpacaClients.class).orderEntry().submit(sale()))
                    .isInstanceOf(SubmitResult.Refused.class);
        }

        assertThat(alpaca.asked())
                .extracting(asked -> asked.method() + " " + asked.path())
                .containsExactly("GET /v2/account", "GET /v2/calendar", "POST /v2/orders");
        assertThat(alerts).isEmpty();
    }

    private AnnotationConfigApplicationContext launch(Map<AccountId, String> numbers) {
        String url = alpaca.url().toString();
        AlpacaKeys keys =
                AlpacaKeys.fixed(
                        Map.of(
                                LARGE,
                                new AlpacaCredentials("key-1", "secret-1"),
                                TINY,
                                new AlpacaCredentials("key-2", "secret-2")),
                        LARGE);
        return ServiceSide.launch(
                Provenance.Mode.SIMULATED,
                url,
                url,
                keys,
                numbers,
                (severity, event, _, _, _) -> alerts.add(severity + " " + event));
    }

    private static String account(String number) {
        return "{'account_number':'%s','status':'ACTIVE','trading_blocked':false,'account_blocked':false,'options_trading_level':2,'equity':'1','last_equity':'1','cash':'1','options_buying_power':'1'}"
                .formatted(number);
    }

    private static OrderRequest sale() {
        return new OrderRequest(
                new ClientOrderId("c1"),
                LARGE,
                Instrument.ofSymbol("AAPL260116C00250000"),
                Side.SELL,
                2,
                Optional.of(Price.of("10")));
    }
}
