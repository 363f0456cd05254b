package io.opspipeline.exchange.venue;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.order.Side;
import java.math.BigDecimal;

/// One leg of an admitted spread.
///
/// @param id the venue's name of the leg
/// @param clientOrderId the name the venue gave it on the client's side
/// @param contract what is traded
/// @param intent what it does to the position; tells the side
/// @param ratio contracts per unit of the spread, at least 1
record LegTerms(
        String id, String clientOrderId, OccSymbol contract, PositionIntent intent, int ratio) {

    Side side() {
        return intent.side();
    }

    Instrument instrument() {
        return new Instrument.Option(contract);
    }

    /// Contracts that some units add to the position; negative for a sell.
    int signed(int units) {
        return side() == Side.BUY ? ratio * units : -ratio * units;
    }

    /// What a price per share of this leg adds to the net price of a unit.
    BigDecimal share(BigDecimal price) {
        return price.multiply(BigDecimal.valueOf(signed(1)));
    }
}
