package io.opspipeline.exchange.venue;

import io.opspipeline.domain.order.OrderType;
import io.opspipeline.domain.order.Side;
import java.math.BigDecimal;
import java.util.Optional;

/// A day order as a client sent it, read but not yet checked: the venue says what is wrong with it.
/// What the venue has no notion of (another time in force, `notional`, order classes, extended
/// hours) is refused where the request is read, with a [Refusal] of the same closed set.
///
/// @param clientOrderId the client's name for it; empty and the venue makes one
/// @param symbol an OCC symbol or a ticker, as sent
/// @param side buy or sell
/// @param quantity contracts or shares, as sent; fractions are refused by the venue
/// @param type limit or market
/// @param limitPrice dollars per share, as sent; needed for a limit, refused for a market order
/// @param intent what the client says it does to the position; empty and the venue infers it
public record OrderSubmission(
        Optional<String> clientOrderId,
        String symbol,
        Side side,
        BigDecimal quantity,
        OrderType type,
        Optional<BigDecimal> limitPrice,
        Optional<PositionIntent> intent) {}
