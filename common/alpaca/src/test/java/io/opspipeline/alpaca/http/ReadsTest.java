package io.opspipeline.alpaca.http;

import static io.opspipeline.alpaca.Bench.LARGE;
import static io.opspipeline.alpaca.Bench.TINY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.alpaca.Bench;
import io.opspipeline.alpaca.FakeAlpaca;
import io.opspipeline.alpaca.FakeAlpaca.Answer;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.broker.CancelResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReadsTest {

    private static final String POSITIONS = "/v2/positions";
    private static final Answer BROKEN = Answer.of(503, "{'code':50310000,'message':'down'}");

    private final FakeAlpaca alpaca = new FakeAlpaca();
    private final Bench bench = Bench.on(alpaca);

    @AfterEach
    void close() {
        bench.close();
        alpaca.close();
    }

    @Test
    @DisplayName("A-129: a read that fails is repeated after growing pauses")
    void repeatsAReadThatFails() {
        alpaca.on(
                POSITIONS,
                BROKEN,
                Answer.of(200, "<html>Please wait</html>"),
                Answer.of(200, "[]"));
        assertThat(bench.clients.books().positions(LARGE)).isEmpty();
        assertThat(alpaca.asked()).hasSize(3);
        assertThat(bench.pauses)
                .filteredOn(Duration::isPositive)
                .containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
    }

    @Test
    void givesUpAfterThreeTries() {
        alpaca.on(POSITIONS, BROKEN);
        assertThatThrownBy(() -> bench.clients.books().positions(LARGE))
                .isInstanceOf(BrokerUnavailable.class)
                .hasMessage("large@127.0.0.1: GET /v2/positions: 503: down");
        assertThat(alpaca.asked()).hasSize(3);
    }

    @Test
    void repeatsNoRefusal() {
        alpaca.on(POSITIONS, Answer.of(403, "{'message':'forbidden.'}"));
        assertThatThrownBy(() -> bench.clients.books().positions(LARGE))
                .isInstanceOf(BrokerUnavailable.class);
        assertThat(alpaca.asked()).hasSize(1);
    }

    @Test
    void repeatsNoCancel() {
        alpaca.on("/v2/orders/b1", BROKEN);
        assertThat(bench.clients.orderEntry().cancel(LARGE, new BrokerOrderId("b1")))
                .isEqualTo(new CancelResult.InDoubt(DenialCode.BROKER_ERROR.says("503: down")));
        assertThat(alpaca.asked()).hasSize(1);
    }

    @Test
    void givesUpOnASilentHost() {
        alpaca.on(POSITIONS, Answer.none());
        try (var hasty = new Bench(alpaca.url(), 1_000, Duration.ofMillis(200), Optional.empty())) {
            assertThatThrownBy(() -> hasty.clients.books().positions(LARGE))
                    .hasMessageContaining("no answer within PT0.2S");
        }
    }

    @Test
    @DisplayName("A-105: a broken host is left alone, by this account only, and never for orders")
    void leavesABrokenHostAlone() {
        alpaca.on(POSITIONS, BROKEN).on("/v2/orders/b1", Answer.of(204, ""));
        assertThat(failures(6)).last().asString().contains("nothing was readable lately");
        int asked = alpaca.asked().size();
        alpaca.on(POSITIONS, "[]");

        assertThat(bench.clients.books().positions(TINY)).isEmpty();
        assertThat(bench.clients.orderEntry().cancel(LARGE, new BrokerOrderId("b1")))
                .isEqualTo(new CancelResult.Accepted());
        assertThat(alpaca.asked()).hasSize(asked + 2);
        bench.clock.advance(Duration.ofSeconds(16));
        assertThat(bench.clients.books().positions(LARGE)).isEmpty();
    }

    @Test
    @DisplayName("A-105: an account whose requests hang keeps no other waiting")
    void answersOneAccountWhileTheOtherHangs() {
        alpaca.on(POSITIONS, Answer.none()).on("/v2/orders/b1", Answer.of(204, ""));
        var failed = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> failed.complete(failures(1).getFirst()));
        while (alpaca.asked().isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(bench.clients.orderEntry().cancel(TINY, new BrokerOrderId("b1")))
                .isEqualTo(new CancelResult.Accepted());
        assertThat(bench.clients.orderEntry().cancel(LARGE, new BrokerOrderId("b1")))
                .isEqualTo(new CancelResult.Accepted());
        assertThat(failed).isNotDone();
    }

    @Test
    void doesNotTakeTooManyRequestsForABrokenHost() {
        alpaca.on(POSITIONS, Answer.of(429, "{'message':'too many requests.'}"));
        assertThat(failures(6)).last().asString().contains("429: too many requests.");
    }

    @Test
    @DisplayName("AUTH-REVOKED: a person is told once, and no text shows the key")
    void tellsAPersonThatCredentialsAreRefused() {
        alpaca.on(POSITIONS, Answer.of(401, "{'message':'unauthorized key-large.'}"));
        assertThat(failures(2)).noneMatch(message -> message.contains("key-large"));
        assertThat(bench.alerts)
                .containsExactly(
                        "CRITICAL alpaca-credentials:large:2026-01-05 Alpaca refuses the credentials of account large (GET /v2/positions)");
    }

    @Test
    @DisplayName("incident 58: a plan that does not give the feed is told")
    void tellsAPersonThatThePlanIsTooSmall() {
        alpaca.on(
                "/v1beta1/options/quotes/latest",
                Answer.of(403, "{'message':'OPRA agreement is not signed'}"));
        assertThatThrownBy(() ->
                        bench.clients
                                .optionChains()
                                .quotes(Set.of(OccSymbol.parse("AAPL260116C00250000"))))
                .hasMessageContaining("OPRA agreement is not signed");
        assertThat(bench.alerts)
                .singleElement()
                .asString()
                .startsWith("WARNING alpaca-plan:large:");
    }

    private List<String> failures(int times) {
        return IntStream.range(0, times)
                .mapToObj(_ -> {
                    try {
                        return bench.clients.books().positions(LARGE).toString();
                    } catch (BrokerUnavailable e) {
                        return String.valueOf(e.getMessage());
                    }
                })
                .toList();
    }
}
