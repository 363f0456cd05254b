package io.opspipeline.alpaca.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.alpaca.Bench;
import io.opspipeline.alpaca.FakeAlpaca;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.denial.Denier;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderMachine;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.order.Side;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokerEventsTest {

    /// Status and words of an order as the broker's books show it later.
    private static final Map<DenialCode, String> CASES =
            new EnumMap<>(
                    Map.of(
                            DenialCode.REJECTED_LATER, "rejected",
                            DenialCode.CANCELED_AT_BROKER, "canceled",
                            DenialCode.EXPIRED_AT_BROKER, "expired",
                            DenialCode.DONE_FOR_DAY, "done_for_day",
                            DenialCode.SUSPENDED_AT_BROKER, "suspended"));

    @ParameterizedTest(name = "A-82: an order that the broker had taken, and then {0}")
    @MethodSource("codes")
    void namesWhatCameLater(DenialCode code) {
        String status = Objects.requireNonNull(CASES.get(code));
        assertThat(afterwards(status, "\"reject_reason\":\"because\",").denial())
                .contains(new Denial(code, "because"));
    }

    @Test
    @DisplayName("A-82: every later event that denies is provoked here")
    void provokesEveryCode() {
        assertThat(codes())
                .containsExactlyElementsOf(
                        Arrays.stream(DenialCode.values())
                                .filter(code -> code.denier() == Denier.BROKER_EVENT)
                                .toList());
    }

    @Test
    void ourOwnCancelDeniesNothing() {
        assertThat(afterwards("canceled", "").denial()).isEmpty();
    }

    static Stream<DenialCode> codes() {
        return CASES.keySet().stream();
    }

    private static Order afterwards(String status, String reason) {
        try (FakeAlpaca alpaca = new FakeAlpaca();
                Bench bench = Bench.on(alpaca)) {
            alpaca.on(
                    "/v2/orders:by_client_order_id",
                    """
                    {"id":"b1","client_order_id":"c1","status":"%s",%s"order_class":"","filled_qty":"0","filled_avg_price":null,"updated_at":"2026-01-05T15:00:01Z"}
                    """
                            .formatted(status, reason));
            OrderUpdate news =
                    bench.clients
                            .books()
                            .orderByClientId(Bench.LARGE, new ClientOrderId("c1"))
                            .orElseThrow();
            return OrderMachine.apply(order(bench), news).after();
        }
    }

    private static Order order(Bench bench) {
        OrderRequest request =
                new OrderRequest(
                        new ClientOrderId("c1"),
                        Bench.LARGE,
                        new Instrument.Option(Door.CALL),
                        Side.BUY,
                        2,
                        Optional.of(Price.of("2.50")));
        return Order.intent(request, new OrderPurpose.Entry(1), 1, bench.clock.instant());
    }
}
