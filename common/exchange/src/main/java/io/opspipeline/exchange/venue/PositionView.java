package io.opspipeline.exchange.venue;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;

/// A long position at one moment.
///
/// @param instrument what is held
/// @param quantity contracts or shares, at least 1
/// @param available what no open order offers yet, 0 or more
/// @param averageEntry average price per share of what is held, to 6 decimals half-even
/// @param costBasis what was paid for what is held, without fees
/// @param bid last valid bid, dollars per share; zero when nobody buys
/// @param mid mid of the last valid quote
public record PositionView(
        Instrument instrument,
        int quantity,
        int available,
        Price averageEntry,
        Money costBasis,
        Price bid,
        Price mid) {

    /// What it would bring at the bid.
    public Money value() {
        return instrument.value(bid, quantity);
    }

    /// What it is worth at the mid.
    public Money valueAtMid() {
        return instrument.value(mid, quantity);
    }
}
