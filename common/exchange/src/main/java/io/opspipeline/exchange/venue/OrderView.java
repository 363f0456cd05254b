package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.OrderType;
import io.opspipeline.domain.order.Side;
import java.time.Instant;
import java.util.Optional;

/// An order at one moment; it does not change. All instants are the venue's stepped time, UTC.
///
/// @param id the venue's name: a UUID made from seed, account and client order id
/// @param clientOrderId the client's name
/// @param account whose order it is
/// @param instrument what is traded
/// @param side buy or sell
/// @param intent what it does to the position
/// @param type limit or market
/// @param quantity contracts or shares, at least 1
/// @param limit empty for a market order
/// @param status where it stands
/// @param filledQuantity contracts or shares filled so far
/// @param averagePrice average of the fills, to 6 decimals half-even; empty while nothing is filled
/// @param submittedAt when it was taken
/// @param updatedAt when it last changed
/// @param cancelRequestedAt when the first cancel was taken
/// @param reason why it was rejected
public record OrderView(
        String id,
        String clientOrderId,
        AccountId account,
        Instrument instrument,
        Side side,
        PositionIntent intent,
        OrderType type,
        int quantity,
        Optional<Price> limit,
        OrderStatus status,
        int filledQuantity,
        Optional<Price> averagePrice,
        Instant submittedAt,
        Instant updatedAt,
        Optional<Instant> cancelRequestedAt,
        Optional<String> reason)
        implements PlacedOrder {

    /// What is still to be filled.
    public int remaining() {
        return quantity - filledQuantity;
    }
}
