package io.opspipeline.persistence.market;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.BarSource;
import io.opspipeline.domain.market.StoredBar;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Column;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import io.opspipeline.ports.store.Bars;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Tables `telemetry_1m` and `telemetry_gaps`.
public final class PostgresBars implements Bars {

    private final Database database;
    private final DayPartitions partitions;

    /// The bars of a database.
    public PostgresBars(Database database) {
        this.database = database;
        partitions = new DayPartitions(database);
    }

    /// A bar of the stream never overwrites a correction; otherwise the later one wins where it
    /// differs. Where one batch has a bar twice, the same holds inside the batch.
    @Override
    public int store(List<StoredBar> bars, Instant at) {
        if (bars.isEmpty()) {
            return 0;
        }
        Collection<StoredBar> rows = withoutRepeats(bars);
        partitions.ensure(rows.stream().map(row -> row.bar().start()).toList());
        return database.jdbc()
                .sql(
                        """
                        insert into telemetry_1m as known
                            (ticker, ts, open, high, low, close, volume, source, feed, stored_at)
                        select ticker, ts, open, high, low, close, volume, source, feed, :at::timestamptz
                        from unnest(:tickers::text[], :starts::timestamptz[], :opens::numeric[],
                                :highs::numeric[], :lows::numeric[], :closes::numeric[],
                                :volumes::bigint[], :sources::text[], :feeds::text[])
                            as new (ticker, ts, open, high, low, close, volume, source, feed)
                        order by ticker, ts
                        on conflict (ticker, ts) do update set
                            open = excluded.open, high = excluded.high, low = excluded.low,
                            close = excluded.close, volume = excluded.volume,
                            source = excluded.source, feed = excluded.feed,
                            stored_at = excluded.stored_at
                        where not (known.source = 'STREAM_UPDATE' and excluded.source = 'STREAM')
                            and (known.open, known.high, known.low, known.close, known.volume, known.feed)
                                is distinct from (excluded.open, excluded.high, excluded.low,
                                    excluded.close, excluded.volume, excluded.feed)
                        """)
                .param("at", Bound.at(at))
                .param("tickers", Column.texts(rows, row -> row.bar().ticker()))
                .param("starts", Column.instants(rows, row -> row.bar().start()))
                .param("opens", Column.decimals(rows, row -> row.bar().open().perShare()))
                .param("highs", Column.decimals(rows, row -> row.bar().high().perShare()))
                .param("lows", Column.decimals(rows, row -> row.bar().low().perShare()))
                .param("closes", Column.decimals(rows, row -> row.bar().close().perShare()))
                .param("volumes", Column.longs(rows, row -> row.bar().volume()))
                .param("sources", Column.texts(rows, StoredBar::source))
                .param("feeds", Column.texts(rows, StoredBar::feed))
                .update();
    }

    @Override
    public Map<Ticker, List<Bar>> between(Set<Ticker> tickers, Instant from, Instant to) {
        Map<Ticker, List<Bar>> bars = new TreeMap<>();
        database.jdbc()
                .sql(
                        """
                        select ticker, ts, open, high, low, close, volume from telemetry_1m
                        where ticker = any(:tickers::text[]) and ts >= :from and ts < :to
                        order by ticker, ts
                        """)
                .param("tickers", Column.texts(tickers, ticker -> ticker))
                .param("from", Bound.at(from))
                .param("to", Bound.at(to))
                .query((rs, _) -> bar(new Row(rs)))
                .list()
                .forEach(
                        bar -> bars.computeIfAbsent(bar.ticker(), _ -> new ArrayList<>()).add(bar));
        return bars;
    }

    @Override
    public Map<Ticker, Bar> latestBefore(Set<Ticker> tickers, Instant before) {
        return database
                .jdbc()
                .sql(
                        """
                        select bar.* from unnest(:tickers::text[]) as asked (ticker)
                        cross join lateral (
                            select ticker, ts, open, high, low, close, volume from telemetry_1m
                            where ticker = asked.ticker and ts < :before and ts >= :since
                            order by ts desc limit 1) as bar
                        """)
                .param("tickers", Column.texts(tickers, ticker -> ticker))
                .param("before", Bound.at(before))
                .param("since", Bound.at(RecentDays.before(before)))
                .query((rs, _) -> bar(new Row(rs)))
                .list()
                .stream()
                .collect(Collectors.toMap(Bar::ticker, bar -> bar, (a, _) -> a, TreeMap::new));
    }

    @Override
    public void recordGaps(Map<Ticker, List<Instant>> starts, GapReason reason, Instant at) {
        List<Minute> minutes =
                starts.entrySet().stream()
                        .flatMap(entry ->
                                entry.getValue().stream()
                                        .map(start -> new Minute(entry.getKey(), start)))
                        .toList();
        database.jdbc()
                .sql(
                        """
                        insert into telemetry_gaps (ticker, ts, reason, recorded_at)
                        select ticker, ts, :reason, :at::timestamptz
                        from unnest(:tickers::text[], :starts::timestamptz[]) as new (ticker, ts)
                        order by ticker, ts
                        on conflict (ticker, ts) do nothing
                        """)
                .param("reason", reason.name())
                .param("at", Bound.at(at))
                .param("tickers", Column.texts(minutes, Minute::ticker))
                .param("starts", Column.instants(minutes, Minute::start))
                .update();
    }

    @Override
    public Map<Ticker, Set<Instant>> gaps(Set<Ticker> tickers, Instant from, Instant to) {
        Map<Ticker, Set<Instant>> gaps = new TreeMap<>();
        database.jdbc()
                .sql(
                        """
                        select ticker, ts from telemetry_gaps
                        where ticker = any(:tickers::text[]) and ts >= :from and ts < :to
                        """)
                .param("tickers", Column.texts(tickers, ticker -> ticker))
                .param("from", Bound.at(from))
                .param("to", Bound.at(to))
                .query((rs, _) -> minute(new Row(rs)))
                .list()
                .forEach(gap ->
                        gaps.computeIfAbsent(gap.ticker(), _ -> new TreeSet<>()).add(gap.start()));
        return gaps;
    }

    private static Collection<StoredBar> withoutRepeats(List<StoredBar> bars) {
        Map<Minute, StoredBar> last = new LinkedHashMap<>();
        for (StoredBar row : bars) {
            last.merge(
                    new Minute(row.bar().ticker(), row.bar().start()),
                    row,
                    (earlier, later) -> isStale(earlier, later) ? earlier : later);
        }
        return last.values();
    }

    private static boolean isStale(StoredBar earlier, StoredBar later) {
        return earlier.source() == BarSource.STREAM_UPDATE && later.source() == BarSource.STREAM;
    }

    private static Minute minute(Row row) throws SQLException {
        return new Minute(row.ticker("ticker"), row.instant("ts"));
    }

    private static Bar bar(Row row) throws SQLException {
        return new Bar(
                row.ticker("ticker"),
                row.instant("ts"),
                row.price("open"),
                row.price("high"),
                row.price("low"),
                row.price("close"),
                row.bigint("volume"));
    }

    private record Minute(Ticker ticker, Instant start) {}
}
