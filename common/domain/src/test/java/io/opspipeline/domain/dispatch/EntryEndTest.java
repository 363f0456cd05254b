package io.opspipeline.domain.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.domain.order.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EntryEndTest {

    private static final Instant SENT = Instant.parse("2025-01-02T15:00:00Z");

    @ParameterizedTest
    @CsvSource({"2, 2, FILLED", "2, 3, FILLED", "2, 1, PARTIAL", "0, 1, PARTIAL", "0, 0, UNFILLED"})
    @DisplayName("A-56: an entry ends by what all its orders filled")
    void countsAllOrders(int first, int second, DispatchStatus end) {
        List<Order> orders =
                List.of(order(OrderState.CANCELED, first), order(OrderState.CANCELED, second));

        assertThat(EntryEnd.of(4, orders)).isEqualTo(end);
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderState.class,
            names = {"REJECTED", "LOST", "CANCELED", "EXPIRED"})
    @DisplayName("A-67: with nothing filled, the last order says whether it was refused")
    void asksTheLastOrder(OrderState last) {
        boolean isRefused = last == OrderState.REJECTED || last == OrderState.LOST;
        DispatchStatus end = isRefused ? DispatchStatus.REJECTED : DispatchStatus.UNFILLED;

        assertThat(EntryEnd.of(4, List.of(order(OrderState.CANCELED, 0), order(last, 0))))
                .isEqualTo(end);
        assertThat(EntryEnd.of(4, List.of(order(last, 0), order(OrderState.CANCELED, 0))))
                .isEqualTo(DispatchStatus.UNFILLED);
        assertThat(EntryEnd.of(4, List.of(order(last, 1)))).isEqualTo(DispatchStatus.PARTIAL);
    }

    @Test
    void endsUnfilledWithoutAnOrder() {
        assertThat(EntryEnd.of(4, List.of())).isEqualTo(DispatchStatus.UNFILLED);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A-58: only an order that its session ended ends its entry by itself")
    void endsWithTheSession(OrderState state) {
        Order order = order(state, 0);

        assertThat(EntryEnd.isBySession(order, List.of(order)))
                .isEqualTo(state == OrderState.EXPIRED);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A-58: it does not while another order works")
    void waitsForTheOther(OrderState other) {
        Order expired = order(OrderState.EXPIRED, 0);

        assertThat(EntryEnd.isBySession(expired, List.of(expired, order(other, 0))))
                .isEqualTo(!other.isWorking());
    }

    private static Order order(OrderState state, int filled) {
        var request =
                new OrderRequest(
                        new ClientOrderId("large:NVDA:1:CALL:1"),
                        new AccountId("large"),
                        Instrument.ofSymbol("NVDA250117C00130000"),
                        Side.BUY,
                        4,
                        Optional.of(Price.of("2.50")));
        return new Order(
                request,
                new OrderPurpose.Entry(7),
                1,
                state,
                Optional.empty(),
                filled,
                new BigDecimal("2.50").multiply(BigDecimal.valueOf(filled)),
                SENT,
                Optional.empty(),
                Optional.empty());
    }
}
