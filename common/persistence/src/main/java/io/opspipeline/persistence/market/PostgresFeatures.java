package io.opspipeline.persistence.market;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Column;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import io.opspipeline.ports.store.Features;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Table `lane_features_1m`.
public final class PostgresFeatures implements Features {

    private final Database database;
    private final DayPartitions partitions;

    /// The features of a database.
    public PostgresFeatures(Database database) {
        this.database = database;
        partitions = new DayPartitions(database);
    }

    @Override
    public void store(List<FeatureRow> rows, Instant at) {
        partitions.ensure(rows.stream().map(FeatureRow::barStart).toList());
        database.jdbc()
                .sql(
                        """
                        insert into lane_features_1m (ticker, ts, close, sma20, sma50, volume_ratio,
                            trend_state, run_length, distance_sma20, breakout, alignment, recent_vol,
                            atr14, rsi14, vwap, computed_at)
                        select ticker, ts, close, sma20, sma50, volume_ratio,
                            trend_state, run_length, distance_sma20, breakout, alignment, recent_vol,
                            atr14, rsi14, vwap, :at::timestamptz
                        from unnest(:tickers::text[], :starts::timestamptz[], :closes::numeric[],
                                :sma20s::float8[], :sma50s::float8[], :volumeRatios::float8[],
                                :trendStates::int[], :runLengths::int[], :distances::float8[],
                                :breakouts::int[], :alignments::float8[], :recentVols::float8[],
                                :atrs::float8[], :rsis::float8[], :vwaps::float8[])
                            as new (ticker, ts, close, sma20, sma50, volume_ratio, trend_state,
                                run_length, distance_sma20, breakout, alignment, recent_vol,
                                atr14, rsi14, vwap)
                        order by ticker, ts
                        on conflict (ticker, ts) do update set
                            close = excluded.close, sma20 = excluded.sma20, sma50 = excluded.sma50,
                            volume_ratio = excluded.volume_ratio, trend_state = excluded.trend_state,
                            run_length = excluded.run_length, distance_sma20 = excluded.distance_sma20,
                            breakout = excluded.breakout, alignment = excluded.alignment,
                            recent_vol = excluded.recent_vol, atr14 = excluded.atr14,
                            rsi14 = excluded.rsi14, vwap = excluded.vwap,
                            computed_at = excluded.computed_at
                        """)
                .param("at", Bound.at(at))
                .param("tickers", Column.texts(rows, FeatureRow::ticker))
                .param("starts", Column.instants(rows, FeatureRow::barStart))
                .param("closes", Column.decimals(rows, row -> row.close().perShare()))
                .param("sma20s", Column.optionalDoubles(rows, FeatureRow::sma20))
                .param("sma50s", Column.optionalDoubles(rows, FeatureRow::sma50))
                .param("volumeRatios", Column.optionalDoubles(rows, FeatureRow::volumeRatio))
                .param("trendStates", Column.optionalInts(rows, FeatureRow::trendState))
                .param("runLengths", Column.ints(rows, FeatureRow::runLength))
                .param("distances", Column.optionalDoubles(rows, FeatureRow::distanceSma20))
                .param("breakouts", Column.optionalInts(rows, FeatureRow::breakout))
                .param("alignments", Column.optionalDoubles(rows, FeatureRow::alignment))
                .param("recentVols", Column.optionalDoubles(rows, FeatureRow::recentVol))
                .param("atrs", Column.optionalDoubles(rows, FeatureRow::atr14))
                .param("rsis", Column.optionalDoubles(rows, FeatureRow::rsi14))
                .param("vwaps", Column.optionalDoubles(rows, FeatureRow::vwap))
                .update();
    }

    @Override
    public Map<Ticker, FeatureRow> latest(Set<Ticker> tickers, Instant asOf) {
        return database
                .jdbc()
                .sql(
                        """
                        select features.*
                        from unnest(:tickers::text[]) as asked (ticker)
                        cross join lateral (
                            select * from lane_features_1m
                            where ticker = asked.ticker and ts <= :newest and ts >= :since
                            order by ts desc limit 1) as features
                        """)
                .param("tickers", Column.texts(tickers, ticker -> ticker))
                .param("newest", Bound.at(asOf.minus(Bar.LENGTH)))
                .param("since", Bound.at(RecentDays.before(asOf)))
                .query((rs, _) -> read(new Row(rs)))
                .list()
                .stream()
                .collect(
                        Collectors.toMap(
                                FeatureRow::ticker, row -> row, (a, _) -> a, TreeMap::new));
    }

    private static FeatureRow read(Row row) throws SQLException {
        return new FeatureRow(
                row.ticker("ticker"),
                row.instant("ts"),
                row.price("close"),
                row.optionalNumber("sma20"),
                row.optionalNumber("sma50"),
                row.optionalNumber("volume_ratio"),
                row.optionalInteger("trend_state"),
                row.integer("run_length"),
                row.optionalNumber("distance_sma20"),
                row.optionalInteger("breakout"),
                row.optionalNumber("alignment"),
                row.optionalNumber("recent_vol"),
                row.optionalNumber("atr14"),
                row.optionalNumber("rsi14"),
                row.optionalNumber("vwap"));
    }
}
