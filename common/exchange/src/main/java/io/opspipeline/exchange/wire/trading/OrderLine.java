package io.opspipeline.exchange.wire.trading;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.venue.OrderView;
import io.opspipeline.exchange.venue.PlacedOrder;
import io.opspipeline.exchange.venue.SpreadView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// One row of a list of orders.
///
/// @param id of the order, the spread or the leg
/// @param order the order, or the spread that the leg belongs to
/// @param side empty for a spread, which has none
/// @param instruments what is traded
/// @param row as the wire shows it
record OrderLine(
        String id,
        PlacedOrder order,
        Optional<Side> side,
        List<Instrument> instruments,
        ObjectNode row) {

    /// The rows of an order.
    ///
    /// @param nested true for the legs of a spread inside its row, false for rows of their own
    static Stream<OrderLine> of(PlacedOrder order, boolean nested) {
        return switch (order) {
            case OrderView single -> Stream.of(single(single));
            case SpreadView spread when nested ->
                    Stream.of(parent(spread, SpreadRow.nested(spread)));
            case SpreadView spread ->
                    Stream.concat(
                            Stream.of(parent(spread, SpreadRow.flat(spread))),
                            spread.legs().stream().map(leg -> leg(spread, leg)));
        };
    }

    private static OrderLine single(OrderView order) {
        return new OrderLine(
                order.id(),
                order,
                Optional.of(order.side()),
                List.of(order.instrument()),
                OrderRow.of(order));
    }

    private static OrderLine parent(SpreadView spread, ObjectNode row) {
        return new OrderLine(
                spread.id(),
                spread,
                Optional.empty(),
                spread.legs().stream().map(OrderLine::instrument).toList(),
                row);
    }

    private static OrderLine leg(SpreadView spread, SpreadView.Leg leg) {
        return new OrderLine(
                leg.id(),
                spread,
                Optional.of(leg.intent().side()),
                List.of(instrument(leg)),
                SpreadRow.leg(spread, leg));
    }

    private static Instrument instrument(SpreadView.Leg leg) {
        return new Instrument.Option(leg.contract());
    }
}
