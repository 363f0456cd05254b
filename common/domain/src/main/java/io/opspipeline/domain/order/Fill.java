package io.opspipeline.domain.order;

import io.opspipeline.domain.money.Price;
import java.time.Instant;

/// A part of an order that was filled, as we book it.
///
/// @param clientOrderId the order
/// @param fillId unique in the order: the broker's execution id, or a name made from the cumulative
///   quantity when only the books told us
/// @param quantity contracts or shares, at least 1
/// @param price per share
/// @param at when it happened at the broker, UTC
public record Fill(
        ClientOrderId clientOrderId, String fillId, int quantity, Price price, Instant at) {

    /// A part of it, under the same name.
    ///
    /// @param part contracts or shares, at least 1 and no more than it brought
    public Fill of(int part) {
        return new Fill(clientOrderId, fillId, part, price, at);
    }
}
