package io.opspipeline.domain.position;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Optional;

/// A position as its fills made it.
///
/// @param account whose it is
/// @param instrument what is held
/// @param strategy the strategy it was entered under
/// @param origin how it came to be
/// @param state where it stands
/// @param quantity held now
/// @param boughtQuantity bought in all
/// @param boughtValue sum of quantity times price per share of all buys
/// @param soldQuantity sold in all
/// @param soldValue sum of quantity times price per share of all sells
/// @param openedAt first fill, UTC
/// @param endedAt when it ended, UTC; empty while held
public record Position(
        AccountId account,
        Instrument instrument,
        Strategy strategy,
        PositionOrigin origin,
        PositionState state,
        int quantity,
        int boughtQuantity,
        BigDecimal boughtValue,
        int soldQuantity,
        BigDecimal soldValue,
        Instant openedAt,
        Optional<Instant> endedAt) {

    /// The average price of all buys.
    public Price entryPrice() {
        return average(boughtValue, boughtQuantity);
    }

    /// The average price of all sells; empty while nothing was sold.
    public Optional<Price> exitPrice() {
        return soldQuantity == 0 ? Optional.empty() : Optional.of(average(soldValue, soldQuantity));
    }

    /// What the sold part earned before fees.
    public Money realised() {
        BigDecimal cost = entryPrice().perShare().multiply(BigDecimal.valueOf(soldQuantity));
        return new Money(soldValue.subtract(cost)).times(instrument.multiplier());
    }

    private static Price average(BigDecimal value, int quantity) {
        return new Price(value.divide(BigDecimal.valueOf(quantity), MathContext.DECIMAL64));
    }
}
