package io.opspipeline.exchange.market.generated;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// What one stock did in one session.
final class SessionTrades {

    private final SessionPath path;
    private final long[] volumes;

    /// @param path its price
    /// @param volumes shares in each minute; not copied
    SessionTrades(SessionPath path, long[] volumes) {
        this.path = path;
        this.volumes = volumes;
    }

    /// Its price.
    SessionPath path() {
        return path;
    }

    /// Minute bars, oldest first. A bar's prices are those of its minute's own steps; the step that
    /// ends the minute opens the next one.
    List<Bar> bars(Ticker ticker) {
        List<Bar> bars = new ArrayList<>(volumes.length);
        for (int minute = 0; minute < volumes.length; minute++) {
            bars.add(bar(ticker, minute));
        }
        return List.copyOf(bars);
    }

    private Bar bar(Ticker ticker, int minute) {
        int first = minute * SessionClock.STEPS_PER_MINUTE;
        long open = cents(first);
        long high = open;
        long low = open;
        long close = open;
        for (int step = first + 1; step < first + SessionClock.STEPS_PER_MINUTE; step++) {
            close = cents(step);
            high = Math.max(high, close);
            low = Math.min(low, close);
        }
        return new Bar(
                ticker,
                path.clock().minuteStart(minute),
                price(open),
                price(high),
                price(low),
                price(close),
                volumes[minute]);
    }

    private long cents(int step) {
        return Math.max(1, StrictMath.round(path.priceAt(step) * 100));
    }

    private static Price price(long cents) {
        return new Price(BigDecimal.valueOf(cents, 2));
    }
}
