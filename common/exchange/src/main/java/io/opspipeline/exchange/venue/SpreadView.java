package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A spread at one moment; it does not change. Net prices are dollars per share and unit, positive
/// when the account pays.
///
/// @param id the venue's name: a UUID made from seed, account and client order id
/// @param clientOrderId the client's name
/// @param account whose spread it is
/// @param legs as they were sent
/// @param type limit or market
/// @param units how many times the legs, at least 1
/// @param limit the highest net price; empty for a market order
/// @param status where it stands, all legs with it
/// @param filledUnits units filled so far
/// @param averageNet average net price of the fills; empty while nothing is filled
/// @param submittedAt when it was taken
/// @param updatedAt when it last changed
/// @param cancelRequestedAt when the first cancel was taken
/// @param reason why it was rejected
public record SpreadView(
        String id,
        String clientOrderId,
        AccountId account,
        List<Leg> legs,
        OrderType type,
        int units,
        Optional<BigDecimal> limit,
        OrderStatus status,
        int filledUnits,
        Optional<BigDecimal> averageNet,
        Instant submittedAt,
        Instant updatedAt,
        Optional<Instant> cancelRequestedAt,
        Optional<String> reason)
        implements PlacedOrder {

    /// One leg.
    ///
    /// @param id the venue's name of it
    /// @param clientOrderId a name made by the venue
    /// @param contract what is traded
    /// @param intent what it does to the position; tells the side
    /// @param ratio contracts per unit
    /// @param quantity contracts of all units
    /// @param filledQuantity contracts filled so far
    /// @param averagePrice average of the fills, to 6 decimals half-even
    public record Leg(
            String id,
            String clientOrderId,
            OccSymbol contract,
            PositionIntent intent,
            int ratio,
            int quantity,
            int filledQuantity,
            Optional<Price> averagePrice) {}

    /// Keeps its own copy.
    public SpreadView {
        legs = List.copyOf(legs);
    }
}
