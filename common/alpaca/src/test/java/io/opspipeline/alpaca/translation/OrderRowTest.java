package io.opspipeline.alpaca.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.Translation.Read;
import io.opspipeline.alpaca.wire.Translation.Unreadable;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireOrder;
import io.opspipeline.alpaca.wire.WireTradeUpdate;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Execution;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.order.OrderUpdate.Source;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderRowTest {

    @ParameterizedTest
    @CsvSource({
        "pending_new, PENDING",
        "accepted, PENDING",
        "new, WORKING",
        "done_for_day, DONE_FOR_DAY",
        "suspended, SUSPENDED",
        "partially_filled, PARTIALLY_FILLED",
        "pending_cancel, PENDING_CANCEL",
        "canceled, CANCELED",
        "replaced, CANCELED",
        "expired, EXPIRED",
        "rejected, REJECTED",
        "calculated, WORKING",
        "sleeping, UNKNOWN"
    })
    void knowsTheWordsAndNamesTheOthersUnknown(String word, BrokerOrderStatus status) {
        assertThat(books(Rows.order("b", "c", word, 0, "null")))
                .isInstanceOfSatisfying(
                        Read.class,
                        read ->
                                assertThat(((OrderUpdate) read.value()).status())
                                        .isEqualTo(status));
    }

    @Test
    @DisplayName("A-81: a partial fill holds what is filled so far and this execution")
    void readsAPartialFill() {
        String event =
                """
                {"event":"partial_fill","execution_id":"x1","qty":"1","price":"2.50","timestamp":"2026-01-05T10:00:02-05:00","order":%s}
                """
                        .formatted(Rows.order("b", "c", "partially_filled", 3, "\"2.45\""));
        assertThat(OrderRow.translate(WireTradeUpdate.from(node(event))))
                .isEqualTo(
                        new Read<>(
                                new OrderUpdate(
                                        new ClientOrderId("c"),
                                        new BrokerOrderId("b"),
                                        BrokerOrderStatus.PARTIALLY_FILLED,
                                        3,
                                        Optional.of(Price.of("2.45")),
                                        Optional.of(new Execution("x1", 1, Price.of("2.50"))),
                                        Instant.parse("2026-01-05T15:00:02Z"),
                                        Source.STREAM,
                                        Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"0\"", "0", "\"-1.20\""})
    @DisplayName("incident 15: a fill without a price, or at zero, is none")
    void refusesAFillWithoutAPrice(String average) {
        assertThat(books(Rows.order("b", "c", "filled", 2, average)))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void refusesAnOrderThatDoesNotSayWhatIsFilled() {
        assertThat(
                        books(
                                "{\"id\":\"b\",\"client_order_id\":\"c\",\"status\":\"new\",\"updated_at\":\"2026-01-05\"}"))
                .isEqualTo(new Unreadable<>("has no readable filled_qty"));
    }

    private static Translation<OrderUpdate> books(String row) {
        return OrderRow.translate(WireOrder.from(node(row)), Source.BOOKS);
    }

    private static WireNode node(String text) {
        return WireNode.parse(text).orElseThrow();
    }
}
