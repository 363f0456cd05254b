package io.opspipeline.exchange.wire.prices;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.money.Price;
import io.opspipeline.exchange.wire.json.JsonRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/// A bar of a minute or a day as the wire shows it. The market knows no trades: their number is
/// shown as one for each hundred units, the volume-weighted price as the mean of high, low and
/// close.
///
/// @param start left edge, UTC; midnight in New York for a day
/// @param open first price
/// @param high highest price
/// @param low lowest price
/// @param close last price
/// @param volume shares or contracts
public record BarRow(Instant start, Price open, Price high, Price low, Price close, long volume) {

    private static final int LOT = 100;

    /// A minute.
    public static BarRow of(Bar bar) {
        return new BarRow(
                bar.start(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
    }

    /// The day so far.
    ///
    /// @param bars of the session, oldest first, at least one
    static BarRow ofDay(Session session, List<Bar> bars) {
        Price high = bars.stream().map(Bar::high).reduce(Price.ZERO, Price::max);
        Price low = bars.stream().map(Bar::low).reduce(bars.getFirst().low(), Price::min);
        return new BarRow(
                NewYork.startOf(session.date()),
                bars.getFirst().open(),
                high,
                low,
                bars.getLast().close(),
                bars.stream().mapToLong(Bar::volume).sum());
    }

    /// The members of the bar.
    public JsonRow row() {
        return onto(new JsonRow());
    }

    /// The members of the bar, put onto a row that has others.
    public JsonRow onto(JsonRow row) {
        return row.instant("t", start)
                .number("o", open.perShare())
                .number("h", high.perShare())
                .number("l", low.perShare())
                .number("c", close.perShare())
                .number("v", volume)
                .number("n", Math.max(1, volume / LOT))
                .number("vw", typical());
    }

    private BigDecimal typical() {
        return high.perShare()
                .add(low.perShare())
                .add(close.perShare())
                .divide(BigDecimal.valueOf(3), 6, RoundingMode.HALF_EVEN);
    }
}
