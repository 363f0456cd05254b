package io.opspipeline.exchange.venue;

import io.opspipeline.domain.order.OrderType;
import io.opspipeline.domain.order.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A spread for the day as a client sent it, read but not yet checked.
///
/// @param clientOrderId the client's name for it; empty and the venue makes one
/// @param legs as sent
/// @param quantity units, as sent
/// @param type limit or market
/// @param limitPrice net dollars per share and unit, as sent: positive to pay, negative to be paid
public record SpreadSubmission(
        Optional<String> clientOrderId,
        List<Leg> legs,
        BigDecimal quantity,
        OrderType type,
        Optional<BigDecimal> limitPrice) {

    /// One leg as sent.
    ///
    /// @param symbol an OCC symbol, or something that is none
    /// @param ratio contracts per unit
    /// @param side buy or sell; empty and the intent tells
    /// @param intent what it does to the position; refused when empty
    public record Leg(
            String symbol,
            BigDecimal ratio,
            Optional<Side> side,
            Optional<PositionIntent> intent) {}

    /// Keeps its own copy.
    public SpreadSubmission {
        legs = List.copyOf(legs);
    }
}
