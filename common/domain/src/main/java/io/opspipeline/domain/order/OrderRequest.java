package io.opspipeline.domain.order;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import java.util.Optional;

/// An order as we want it: whole units, for the day, intent always stated (buy to open, sell to
/// close).
///
/// @param clientOrderId its name
/// @param account whose order it is
/// @param instrument what is traded
/// @param side buy to open or sell to close
/// @param quantity contracts or shares, at least 1
/// @param limit the limit price; empty for a market order
public record OrderRequest(
        ClientOrderId clientOrderId,
        AccountId account,
        Instrument instrument,
        Side side,
        int quantity,
        Optional<Price> limit) {

    /// Refuses an order of nothing and a market entry.
    public OrderRequest {
        if (quantity < 1) {
            throw new IllegalArgumentException(
                    "quantity of " + clientOrderId + " must be at least 1, was " + quantity);
        }
        if (side == Side.BUY && limit.isEmpty()) {
            throw new IllegalArgumentException("entry " + clientOrderId + " must have a limit");
        }
    }

    /// Limit or market.
    public OrderType type() {
        return limit.isPresent() ? OrderType.LIMIT : OrderType.MARKET;
    }
}
