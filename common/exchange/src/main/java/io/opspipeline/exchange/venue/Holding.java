package io.opspipeline.exchange.venue;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// A position and its last valid quote. Guarded by the venue's lock.
final class Holding {

    private static final int SCALE = 6;

    private final Instrument instrument;
    private int quantity;
    private BigDecimal cost = BigDecimal.ZERO;
    private Quote quote;

    /// @param quote of the first fill
    Holding(Instrument instrument, Quote quote) {
        this.instrument = instrument;
        this.quote = quote;
    }

    Instrument instrument() {
        return instrument;
    }

    /// Contracts or shares; negative when short.
    int quantity() {
        return quantity;
    }

    /// What extends the position adds to its cost, what reduces it takes its share of the cost.
    ///
    /// @param change contracts or shares, negative when sold
    void trade(int change, Price price, Quote latest) {
        int after = quantity + change;
        if ((long) quantity * change >= 0) {
            cost = cost.add(instrument.value(price, change).amount());
        } else if ((long) quantity * after >= 0) {
            cost =
                    cost.multiply(BigDecimal.valueOf(after), MathContext.DECIMAL128)
                            .divide(BigDecimal.valueOf(quantity), MathContext.DECIMAL128);
        } else {
            cost = instrument.value(price, after).amount();
        }
        quantity = after;
        quote = latest;
    }

    /// What it becomes: as many times as many, at the same cost.
    Holding adjusted(Instrument to, int times) {
        Holding adjusted = new Holding(to, quote);
        adjusted.quantity = quantity * times;
        adjusted.cost = cost;
        return adjusted;
    }

    void quoted(Quote latest) {
        quote = latest;
    }

    /// @param bid contracts or shares that open buys may still buy
    /// @param offered contracts or shares that open sells may still sell
    PositionView view(int bid, int offered) {
        BigDecimal shares = BigDecimal.valueOf((long) quantity * instrument.multiplier());
        return new PositionView(
                instrument,
                quantity,
                quantity < 0 ? Math.min(0, quantity + bid) : quantity - offered,
                new Price(cost.divide(shares, SCALE, RoundingMode.HALF_EVEN)),
                new Money(cost.setScale(SCALE, RoundingMode.HALF_EVEN)),
                quote.bid(),
                quote.ask(),
                quote.mid());
    }
}
