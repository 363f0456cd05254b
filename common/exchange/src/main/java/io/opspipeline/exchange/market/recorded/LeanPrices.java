package io.opspipeline.exchange.market.recorded;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.money.Price;
import io.opspipeline.exchange.market.recorded.LeanZip.LeanRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/// LEAN's numbers in our words.
final class LeanPrices {

    private static final int SCALE = 4;

    private LeanPrices() {}

    /// Dollars per share.
    static BigDecimal dollars(LeanRow row, int column) {
        long value = row.whole(column);
        if (value < 0) {
            throw MarketFileException.at(
                    row.file(), row.number(), "column %d is negative".formatted(column + 1));
        }
        return BigDecimal.valueOf(value, SCALE);
    }

    /// The instant of a row on a New York date, UTC.
    static Instant instant(LeanRow row, LocalDate date) {
        return NewYork.startOf(date).plusMillis(row.time());
    }

    /// A trade bar.
    static Bar bar(LeanRow row, Ticker ticker, LocalDate date) {
        try {
            return new Bar(
                    ticker,
                    instant(row, date),
                    new Price(dollars(row, 1)),
                    new Price(dollars(row, 2)),
                    new Price(dollars(row, 3)),
                    new Price(dollars(row, 4)),
                    row.whole(5));
        } catch (IllegalArgumentException e) {
            throw MarketFileException.at(row.file(), row.number(), String.valueOf(e.getMessage()));
        }
    }
}
