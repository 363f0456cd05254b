package io.opspipeline.domain.order;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.NetPrice;
import io.opspipeline.domain.money.Price;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// News of one spread from the broker: a stream event, the answer to a request, or a row of its
/// books.
///
/// @param clientOrderId our name of it
/// @param brokerOrderId the broker's name of it
/// @param status what it is now
/// @param filledUnits units filled so far, cumulative
/// @param averageNet average net price of all units so far; empty while nothing is filled
/// @param legs its contracts
/// @param at when it happened at the broker, UTC
/// @param source how we learnt it
/// @param reason the broker's words when it refused or ended the spread
public record SpreadUpdate(
        ClientOrderId clientOrderId,
        BrokerOrderId brokerOrderId,
        BrokerOrderStatus status,
        int filledUnits,
        Optional<NetPrice> averageNet,
        List<Leg> legs,
        Instant at,
        OrderUpdate.Source source,
        Optional<String> reason) {

    /// One contract of a spread.
    ///
    /// @param brokerOrderId the broker's name of the leg
    /// @param contract what is traded
    /// @param side buy or sell
    /// @param filledQuantity contracts filled so far, cumulative
    /// @param averagePrice average of all fills so far; empty while nothing is filled
    /// @param execution the execution that this event tells of; empty for all other news
    public record Leg(
            BrokerOrderId brokerOrderId,
            OccSymbol contract,
            Side side,
            int filledQuantity,
            Optional<Price> averagePrice,
            Optional<Execution> execution) {

        /// Refuses fills without a price.
        public Leg {
            if (filledQuantity < 0 || (filledQuantity > 0 && averagePrice.isEmpty())) {
                throw new IllegalArgumentException(
                        "leg %s has filled %d at %s"
                                .formatted(contract, filledQuantity, averagePrice));
            }
        }
    }

    /// Refuses fills without a price.
    public SpreadUpdate {
        legs = List.copyOf(legs);
        if (filledUnits < 0 || (filledUnits > 0 && averageNet.isEmpty())) {
            throw new IllegalArgumentException(
                    "update of %s has filled %d at %s"
                            .formatted(clientOrderId, filledUnits, averageNet));
        }
    }
}
