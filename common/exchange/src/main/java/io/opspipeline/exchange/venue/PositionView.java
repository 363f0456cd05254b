package io.opspipeline.exchange.venue;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;

/// A position at one moment.
///
/// @param instrument what is held
/// @param quantity contracts or shares, never 0; negative when short
/// @param available what no open order closes yet, with the sign of the quantity, or 0
/// @param averageEntry average price per share of what is held, to 6 decimals half-even
/// @param costBasis what was paid for what is held, without fees; negative for what a short brought
/// @param bid last valid bid, dollars per share; zero when nobody buys
/// @param ask last valid ask, dollars per share
/// @param mid mid of the last valid quote
public record PositionView(
        Instrument instrument,
        int quantity,
        int available,
        Price averageEntry,
        Money costBasis,
        Price bid,
        Price ask,
        Price mid) {

    /// True when more was sold than bought.
    public boolean isShort() {
        return quantity < 0;
    }

    /// The price it could be closed at: the bid, or the ask when short.
    public Price closing() {
        return isShort() ? ask : bid;
    }

    /// What closing it would bring; negative when short.
    public Money value() {
        return instrument.value(closing(), quantity);
    }

    /// What it is worth at the mid; negative when short.
    public Money valueAtMid() {
        return instrument.value(mid, quantity);
    }
}
