package io.opspipeline.exchange.venue;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// A long position and its last valid quote. Guarded by the venue's lock.
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

    int quantity() {
        return quantity;
    }

    /// Buys add to the cost, sells take their share of it.
    ///
    /// @throws IllegalStateException when more is sold than held
    void apply(VenueFill fill) {
        int after = fill.positionAfter();
        if (after < 0) {
            throw new IllegalStateException("short of " + instrument + " by " + fill);
        }
        cost =
                fill.side() == Side.BUY
                        ? cost.add(fill.notional().amount())
                        : cost.multiply(BigDecimal.valueOf(after), MathContext.DECIMAL128)
                                .divide(BigDecimal.valueOf(quantity), MathContext.DECIMAL128);
        quantity = after;
        quote = fill.quote();
    }

    void quoted(Quote latest) {
        quote = latest;
    }

    PositionView view(int offered) {
        BigDecimal shares = BigDecimal.valueOf((long) quantity * instrument.multiplier());
        return new PositionView(
                instrument,
                quantity,
                quantity - offered,
                new Price(cost.divide(shares, SCALE, RoundingMode.HALF_EVEN)),
                new Money(cost.setScale(SCALE, RoundingMode.HALF_EVEN)),
                quote.bid(),
                quote.mid());
    }
}
