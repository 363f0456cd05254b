package io.opspipeline.persistence.watchlist;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Column;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import io.opspipeline.ports.store.TradeRecord;
import io.opspipeline.ports.store.Watchlist;
import io.opspipeline.ports.store.WatchlistRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Tables `watchlist_state` and `watchlist_events`.
public final class PostgresWatchlist implements Watchlist {

    private final Database database;

    /// The watchlist of a database.
    public PostgresWatchlist(Database database) {
        this.database = database;
    }

    @Override
    public List<WatchlistRow> current() {
        return database.jdbc()
                .sql("select * from watchlist_state order by rank")
                .query((rs, _) -> row(new Row(rs)))
                .list();
    }

    @Override
    public void replace(List<WatchlistRow> rows, Instant at) {
        database.inTransaction(() -> {
            noteChanges(rows, at);
            removeOthers(rows);
            upsert(rows);
        });
    }

    @Override
    public Map<Ticker, TradeRecord> trades(Set<Ticker> tickers, Instant since, Instant asOf) {
        Map<Ticker, TradeRecord> records = new TreeMap<>();
        database.jdbc()
                .sql(
                        """
                        select ticker, count(*)::int as trades, (count(*) filter (where pnl > 0))::int as wins
                        from outcomes
                        where ticker = any(:tickers::text[]) and ended_at between :since and :asOf
                            and pnl is not null
                        group by ticker
                        """)
                .param("tickers", Column.texts(tickers, ticker -> ticker))
                .param("since", Bound.at(since))
                .param("asOf", Bound.at(asOf))
                .query((rs, _) -> traded(new Row(rs)))
                .list()
                .forEach(each -> records.put(each.ticker(), each.trades()));
        return records;
    }

    private void noteChanges(List<WatchlistRow> rows, Instant at) {
        database.jdbc()
                .sql(
                        """
                        insert into watchlist_events (ticker, kind, score, at)
                        select coalesce(new.ticker, old.ticker),
                            case when new.ticker is null then 'LEFT' else 'ENTERED' end,
                            coalesce(new.score, old.score), :at::timestamptz
                        from unnest(:tickers::text[], :scores::float8[]) as new (ticker, score)
                        full join watchlist_state as old on old.ticker = new.ticker
                        where new.ticker is null or old.ticker is null
                        order by 1
                        """)
                .param("at", Bound.at(at))
                .param("tickers", Column.texts(rows, WatchlistRow::ticker))
                .param("scores", Column.texts(rows, WatchlistRow::score))
                .update();
    }

    private void removeOthers(List<WatchlistRow> rows) {
        database.jdbc()
                .sql("delete from watchlist_state where ticker <> all(:tickers::text[])")
                .param("tickers", Column.texts(rows, WatchlistRow::ticker))
                .update();
    }

    private void upsert(List<WatchlistRow> rows) {
        database.jdbc()
                .sql(
                        """
                        insert into watchlist_state (ticker, score, setup_score, volume_score, sentiment_score,
                            performance_score, rank, entered_at, scored_at)
                        select * from unnest(:tickers::text[], :scores::float8[], :setups::float8[],
                            :volumes::float8[], :sentiments::float8[], :performances::float8[],
                            :ranks::int[], :entered::timestamptz[], :scored::timestamptz[])
                        on conflict (ticker) do update set
                            score = excluded.score,
                            setup_score = excluded.setup_score,
                            volume_score = excluded.volume_score,
                            sentiment_score = excluded.sentiment_score,
                            performance_score = excluded.performance_score,
                            rank = excluded.rank,
                            scored_at = excluded.scored_at
                        """)
                .param("tickers", Column.texts(rows, WatchlistRow::ticker))
                .param("scores", Column.texts(rows, WatchlistRow::score))
                .param("setups", Column.texts(rows, WatchlistRow::setup))
                .param("volumes", Column.texts(rows, WatchlistRow::volume))
                .param("sentiments", Column.texts(rows, WatchlistRow::sentiment))
                .param("performances", Column.texts(rows, WatchlistRow::performance))
                .param("ranks", Column.ints(rows, WatchlistRow::rank))
                .param("entered", Column.instants(rows, WatchlistRow::enteredAt))
                .param("scored", Column.instants(rows, WatchlistRow::scoredAt))
                .update();
    }

    private static WatchlistRow row(Row row) throws SQLException {
        return new WatchlistRow(
                row.ticker("ticker"),
                row.integer("rank"),
                row.number("score"),
                row.number("setup_score"),
                row.number("volume_score"),
                row.number("sentiment_score"),
                row.number("performance_score"),
                row.instant("entered_at"),
                row.instant("scored_at"));
    }

    private static Traded traded(Row row) throws SQLException {
        return new Traded(
                row.ticker("ticker"), new TradeRecord(row.integer("trades"), row.integer("wins")));
    }

    private record Traded(Ticker ticker, TradeRecord trades) {}
}
