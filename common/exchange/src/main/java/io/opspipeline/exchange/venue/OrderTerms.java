package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.OrderType;
import io.opspipeline.domain.order.Side;
import java.util.Optional;

/// What an admitted order asks for; it never changes.
///
/// @param id the venue's name
/// @param clientOrderId the client's name
/// @param account whose order it is
/// @param instrument what is traded
/// @param side buy or sell
/// @param intent what it does to the position
/// @param quantity contracts or shares, at least 1
/// @param limit empty for a market order
/// @param worst the highest price a buy pays or the lowest a sell takes: the limit, or the collar
///   of a market buy; empty for a market sell
/// @param fault why the venue will reject it although the broker took it
record OrderTerms(
        String id,
        String clientOrderId,
        AccountId account,
        Instrument instrument,
        Side side,
        PositionIntent intent,
        int quantity,
        Optional<Price> limit,
        Optional<Price> worst,
        Optional<String> fault) {

    OrderType type() {
        return limit.isPresent() ? OrderType.LIMIT : OrderType.MARKET;
    }
}
