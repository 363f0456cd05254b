package io.opspipeline.alpaca.translation;

import static io.opspipeline.alpaca.wire.Translation.need;

import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireLegFill;
import io.opspipeline.alpaca.wire.WireOrder;
import io.opspipeline.alpaca.wire.WireTradeUpdate;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.NetPrice;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Execution;
import io.opspipeline.domain.order.OrderUpdate.Source;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.order.SpreadUpdate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Orders of several legs as news of a spread. What Alpaca leaves empty for the parent (asset,
/// symbol, side) is not asked for.
public final class SpreadRow {

    private SpreadRow() {}

    /// A spread of an answer or of the books.
    public static Translation<SpreadUpdate> translate(WireOrder order, Source source) {
        return Translation.of(() ->
                update(
                        order,
                        need(order.status(), "status"),
                        List.of(),
                        need(order.updatedAt().or(order::submittedAt), "time"),
                        source,
                        order.rejectReason()));
    }

    /// An event of the stream. What the spread holds is cumulative; the executions are this
    /// event's.
    public static Translation<SpreadUpdate> translate(WireTradeUpdate event) {
        return Translation.of(() -> update(event, need(event.order(), "order")));
    }

    private static SpreadUpdate update(WireTradeUpdate event, WireOrder order) {
        Optional<Instant> at = event.at().or(order::updatedAt).or(order::submittedAt);
        return update(
                order,
                need(order.status().or(event::event), "status"),
                event.legs(),
                need(at, "time"),
                Source.STREAM,
                order.rejectReason().or(event::reason));
    }

    private static SpreadUpdate update(
            WireOrder order,
            String status,
            List<WireLegFill> fills,
            Instant at,
            Source source,
            Optional<String> reason) {
        int filled = need(order.filledQuantity(), "filled_qty").intValueExact();
        return new SpreadUpdate(
                new ClientOrderId(need(order.clientOrderId(), "client_order_id")),
                new BrokerOrderId(need(order.id(), "id")),
                StatusWord.translate(status, order.raw()),
                filled,
                filled == 0 ? Optional.empty() : order.filledAveragePrice().map(NetPrice::new),
                order.legs().stream().map(leg -> leg(leg, fills)).toList(),
                at,
                source,
                reason);
    }

    private static SpreadUpdate.Leg leg(WireOrder leg, List<WireLegFill> fills) {
        String id = need(leg.id(), "leg id");
        int filled = need(leg.filledQuantity(), "leg filled_qty").intValueExact();
        return new SpreadUpdate.Leg(
                new BrokerOrderId(id),
                OccSymbol.parse(need(leg.symbol(), "leg symbol")),
                side(need(leg.side(), "leg side")),
                filled,
                filled == 0 ? Optional.empty() : leg.filledAveragePrice().map(Price::new),
                fills.stream()
                        .filter(fill -> fill.orderId().filter(id::equals).isPresent())
                        .findFirst()
                        .flatMap(SpreadRow::execution));
    }

    private static Side side(String word) {
        return switch (word) {
            case "buy" -> Side.BUY;
            case "sell", "sell_short" -> Side.SELL;
            default -> throw new IllegalArgumentException("has an unknown leg side: " + word);
        };
    }

    private static Optional<Execution> execution(WireLegFill fill) {
        return OrderRow.execution(fill.executionId(), fill.quantity(), fill.price());
    }
}
