package io.opspipeline.domain;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderMachine;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.order.Side;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Every event that an order of four contracts can meet.
final class OrderLives {

    private static final int QUANTITY = 4;
    private static final int LONGEST = 5;
    private static final Price PRICE = Price.of("2.50");
    private static final ClientOrderId ID = new ClientOrderId("large:NVDA:1:CALL:1");
    private static final Instant AT = Instant.parse("2025-01-02T15:00:00Z");

    private OrderLives() {}

    static StateMatrix<Order, OrderState> matrix() {
        return new StateMatrix<>(OrderState.class, Order::state, events()).lived(intent(), LONGEST);
    }

    private static Map<String, Function<Order, Optional<Order>>> events() {
        Map<String, Function<Order, Optional<Order>>> events = new LinkedHashMap<>();
        events.put(
                "our request is refused",
                order ->
                        Optional.of(
                                OrderMachine.refused(
                                                order, DenialCode.BROKER_REFUSED.says("no"), AT)
                                        .after()));
        events.put(
                "our request has no readable answer",
                order ->
                        Optional.of(
                                OrderMachine.doubted(
                                                order, DenialCode.NO_ANSWER.says("time-out"), AT)
                                        .after()));
        events.put(
                "the last look-up does not find it",
                order -> Optional.of(OrderMachine.lost(order, AT).after()));
        events.put(
                "given up before it is sent",
                order ->
                        Optional.of(
                                OrderMachine.aborted(
                                                order, DenialCode.BROKER_REFUSED.says("gone"), AT)
                                        .after()));
        for (BrokerOrderStatus word : BrokerOrderStatus.values()) {
            events.put(word + ", nothing new", order -> news(order, word, 0));
            events.put(
                    word + ", a part fills",
                    order -> order.remaining() > 1 ? news(order, word, 1) : Optional.empty());
            events.put(
                    word + ", the rest fills",
                    order ->
                            order.remaining() > 0
                                    ? news(order, word, order.remaining())
                                    : Optional.empty());
            events.put(
                    word + ", more than was ordered fills",
                    order ->
                            order.remaining() >= 0
                                    ? news(order, word, order.remaining() + 1)
                                    : Optional.empty());
        }
        return events;
    }

    private static Optional<Order> news(Order order, BrokerOrderStatus word, int more) {
        int filled = order.filledQuantity() + more;
        var update =
                new OrderUpdate(
                        ID,
                        new BrokerOrderId("b-1"),
                        word,
                        filled,
                        filled == 0 ? Optional.empty() : Optional.of(PRICE),
                        Optional.empty(),
                        AT,
                        OrderUpdate.Source.STREAM,
                        Optional.empty());
        return Optional.of(OrderMachine.apply(order, update).after());
    }

    private static Order intent() {
        var request =
                new OrderRequest(
                        ID,
                        new AccountId("large"),
                        Instrument.ofSymbol("NVDA250117C00130000"),
                        Side.BUY,
                        QUANTITY,
                        Optional.of(PRICE));
        return Order.intent(request, new OrderPurpose.Entry(7), 1, AT);
    }
}
