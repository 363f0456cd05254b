package io.opspipeline.exchange.market.generated;

import io.opspipeline.domain.calendar.SessionCalendar;
import java.util.List;

/// Draws the traded session alone, for tests that need many of them.
record Paths(Regime regime) {

    static final SessionClock CLOCK =
            new SessionClock(
                    SessionCalendar.nyse().sessionOn(GeneratedMarket.DEFAULT_DAY).orElseThrow());

    SessionPath draw(long seed, ListedStock stock) {
        return generator(seed).trades(stock).getLast().path();
    }

    PathGenerator generator(long seed) {
        return new PathGenerator(seed, List.of(CLOCK.session()), regime, regime);
    }

    /// The spells that a stock's session was drawn with.
    Spells spells(long seed, ListedStock stock) {
        String date = GeneratedMarket.DEFAULT_DAY.toString();
        long key = Draws.key(seed, stock.ticker().symbol(), date, "spells");
        return Spells.draw(CLOCK.session().minutes(), regime, new Draws(key));
    }

    /// Change of the log price from the start of one minute to the start of another.
    static double move(SessionPath path, int fromMinute, int toMinute) {
        int steps = SessionClock.STEPS_PER_MINUTE;
        return Math.log(path.priceAt(toMinute * steps) / path.priceAt(fromMinute * steps));
    }
}
