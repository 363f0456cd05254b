package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.Side;
import java.math.BigDecimal;
import java.time.Instant;

/// One execution, with what is needed to judge it.
///
/// @param executionId a UUID made from seed, account, client order id and number of the fill
/// @param orderId the venue's name of the order
/// @param clientOrderId the client's name of the order
/// @param account whose order it is
/// @param instrument what was traded
/// @param side buy or sell
/// @param quantity contracts or shares of this execution, at least 1
/// @param price dollars per share
/// @param quote the quote it was filled against
/// @param fees what it cost in fees
/// @param positionAfter contracts or shares held after it
/// @param at the venue's time, UTC
public record VenueFill(
        String executionId,
        String orderId,
        String clientOrderId,
        AccountId account,
        Instrument instrument,
        Side side,
        int quantity,
        Price price,
        Quote quote,
        Money fees,
        int positionAfter,
        Instant at) {

    /// Half-way between bid and ask when it was filled.
    public Price mid() {
        return quote.mid();
    }

    /// Price times quantity times multiplier; always positive.
    public Money notional() {
        return instrument.value(price, quantity);
    }

    /// What it did to the cash: a buy takes notional and fees, a sell brings notional less fees.
    public Money cashChange() {
        return (side == Side.BUY ? notional().negated() : notional()).minus(fees);
    }

    /// What it cost against the mid: |fill - mid| x quantity x multiplier; never negative.
    public Money spreadCost() {
        BigDecimal perShare = price.minus(mid()).abs();
        return new Money(perShare).times((long) quantity * instrument.multiplier());
    }
}
