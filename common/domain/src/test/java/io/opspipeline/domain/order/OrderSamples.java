package io.opspipeline.domain.order;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// An entry of four contracts at 2.50, in any state, and news of it.
final class OrderSamples {

    static final int QUANTITY = 4;
    static final Instant SENT = Instant.parse("2025-01-02T15:00:00Z");
    static final Instant NEWS = Instant.parse("2025-01-02T15:00:05Z");
    static final BrokerOrderId BROKER_ID = new BrokerOrderId("b-1");

    private static final ClientOrderId ID = new ClientOrderId("large:NVDA:1:CALL:1");

    private OrderSamples() {}

    static Order intent() {
        var request =
                new OrderRequest(
                        ID,
                        new AccountId("large"),
                        Instrument.ofSymbol("NVDA250117C00130000"),
                        Side.BUY,
                        QUANTITY,
                        Optional.of(Price.of("2.50")));
        return Order.intent(request, new OrderPurpose.Entry(7), 1, SENT);
    }

    /// In `state`, with as much filled as that state allows at the least.
    static Order in(OrderState state) {
        var filled =
                switch (state) {
                    case FILLED -> QUANTITY;
                    case PARTIALLY_FILLED -> 1;
                    case INTENT,
                            IN_DOUBT,
                            SUBMITTED,
                            PENDING_CANCEL,
                            CANCELED,
                            EXPIRED,
                            REJECTED,
                            LOST ->
                            0;
                };
        return intent().withFilled(
                        filled, new BigDecimal("2.50").multiply(BigDecimal.valueOf(filled)))
                .with(state, SENT, Optional.empty());
    }

    /// From the books: `filled` in all at 2.50 each.
    static OrderUpdate news(BrokerOrderStatus status, int filled) {
        return news(status, filled, "2.50", Optional.empty());
    }

    static OrderUpdate news(
            BrokerOrderStatus status, int filled, String average, Optional<Execution> execution) {
        return new OrderUpdate(
                ID,
                BROKER_ID,
                status,
                filled,
                filled == 0 ? Optional.empty() : Optional.of(Price.of(average)),
                execution,
                NEWS,
                OrderUpdate.Source.STREAM,
                Optional.empty());
    }
}
