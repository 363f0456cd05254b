package io.opspipeline.exchange.venue;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.OrderType;
import io.opspipeline.domain.order.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A submitted order in something listed, with all that is needed to judge it.
///
/// @param book whose order it is
/// @param submission what was sent
/// @param listed what it is in
/// @param quote its valid quote now
/// @param session the traded session
/// @param now the venue's time
record Entry(
        AccountBook book,
        OrderSubmission submission,
        Listed listed,
        Optional<Quote> quote,
        Session session,
        Instant now) {

    /// A market buy pays at most this times the ask it met (the broker turns market orders into
    /// limits with a collar of 4 %), so that it can never take more cash than was reserved.
    private static final BigDecimal COLLAR = new BigDecimal("1.04");

    Instrument instrument() {
        return listed.instrument();
    }

    boolean isOption() {
        return listed.instrument() instanceof Instrument.Option;
    }

    boolean isBuy() {
        return submission.side() == Side.BUY;
    }

    boolean isMarket() {
        return submission.type() == OrderType.MARKET;
    }

    /// The quantity, once it is known to be whole.
    int quantity() {
        return submission.quantity().intValueExact();
    }

    /// The limit, once it is known to be a price.
    Optional<Price> limit() {
        return submission.limitPrice().map(Price::new);
    }

    /// The worst price the order can fill at; empty for a market sell, and for a market buy of what
    /// nobody offers.
    Optional<Price> worst() {
        if (!isMarket()) {
            return limit();
        }
        return isBuy()
                ? quote.flatMap(known -> Matching.touch(Side.BUY, known))
                        .map(ask -> ask.times(COLLAR))
                : Optional.empty();
    }
}
