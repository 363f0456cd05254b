package io.opspipeline.exchange.market.recorded;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.exchange.market.RawQuote;
import io.opspipeline.exchange.market.recorded.LeanZip.LeanRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Recorded minute quotes of one instrument, replayed: the open pair of a minute until second 29,
/// its close pair from second 30, and that one on until the next minute that has a row. What was
/// quoted outside of the session is left out, and the last quote of it stays.
final class MinuteQuotes {

    private static final Duration HALF_MINUTE = Duration.ofSeconds(30);
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final int BID = 1;
    private static final int ASK = 6;

    /// Offsets within a side: open, high, low, close, size.
    private static final int OPEN = 0;

    private static final int CLOSE = 3;
    private static final int SIZE = 4;

    /// What a row must have.
    static final int COLUMNS = 11;

    private final NavigableMap<Instant, LeanRow> rows = new TreeMap<>();

    private final Session session;

    MinuteQuotes(List<LeanRow> rows, Session session) {
        this.session = session;
        for (LeanRow row : rows) {
            Instant start = LeanPrices.instant(row, session.date());
            if (session.contains(start)) {
                this.rows.put(start, row);
            }
        }
    }

    /// The quote shown at an instant; empty before the first row.
    Optional<RawQuote> at(Instant at) {
        Instant shown = at.isAfter(session.close()) ? session.close() : at;
        return Optional.ofNullable(rows.floorEntry(shown)).map(entry -> quote(entry, shown));
    }

    private static RawQuote quote(Map.Entry<Instant, LeanRow> minute, Instant at) {
        boolean early = at.isBefore(minute.getKey().plus(HALF_MINUTE));
        LeanRow row = minute.getValue();
        int pair = early ? OPEN : CLOSE;
        return new RawQuote(
                side(row, BID, pair),
                side(row, ASK, pair),
                size(row, BID),
                size(row, ASK),
                replayed(minute.getKey(), at));
    }

    /// A recorded quote is shown again every 5 seconds, as a feed that repeats it would.
    private static Instant replayed(Instant minute, Instant at) {
        long steps = Duration.between(minute, at).dividedBy(STEP);
        return minute.plus(STEP.multipliedBy(steps));
    }

    private static BigDecimal side(LeanRow row, int side, int pair) {
        return row.has(side + pair) ? LeanPrices.dollars(row, side + pair) : BigDecimal.ZERO;
    }

    private static int size(LeanRow row, int side) {
        return row.has(side) ? Math.toIntExact(row.whole(side + SIZE)) : 0;
    }
}
