package io.opspipeline.persistence.signal;

import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Column;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.store.NearMiss;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Tables `signal_holds` and `signal_near_misses`: what did not become a signal, and why.
final class BlockedSignals {

    private final Database database;

    BlockedSignals(Database database) {
        this.database = database;
    }

    void recordHolds(Map<String, Integer> tickersByCondition, Instant asOf) {
        Map<String, Integer> counted = new TreeMap<>(tickersByCondition);
        counted.values().removeIf(tickers -> tickers == 0);
        database.jdbc()
                .sql(
                        """
                        insert into signal_holds (as_of, condition, tickers)
                        select :asOf::timestamptz, condition, tickers
                        from unnest(:conditions::text[], :tickers::int[]) as new (condition, tickers)
                        on conflict (as_of, condition) do update set tickers = excluded.tickers
                        """)
                .param("asOf", Bound.at(asOf))
                .param("conditions", Column.texts(counted.keySet(), condition -> condition))
                .param("tickers", Column.ints(counted.values(), Integer::intValue))
                .update();
    }

    void recordNearMisses(List<NearMiss> misses, Instant at) {
        database.jdbc()
                .sql(
                        """
                        insert into signal_near_misses (ticker, bar_ts, direction, condition, close,
                            volume_ratio, distance_sma20, confidence, recorded_at)
                        select ticker, bar_ts, direction, condition, close,
                            volume_ratio, distance_sma20, confidence, :at::timestamptz
                        from unnest(:tickers::text[], :starts::timestamptz[], :directions::int[],
                                :conditions::text[], :closes::numeric[], :volumeRatios::float8[],
                                :distances::float8[], :confidences::float8[])
                            as new (ticker, bar_ts, direction, condition, close,
                                volume_ratio, distance_sma20, confidence)
                        on conflict (ticker, bar_ts) do nothing
                        """)
                .param("at", Bound.at(at))
                .param("tickers", Column.texts(misses, miss -> miss.features().ticker()))
                .param("starts", Column.instants(misses, miss -> miss.features().barStart()))
                .param("directions", Column.ints(misses, NearMiss::direction))
                .param("conditions", Column.texts(misses, NearMiss::condition))
                .param(
                        "closes",
                        Column.decimals(misses, miss -> miss.features().close().perShare()))
                .param(
                        "volumeRatios",
                        Column.optionalDoubles(misses, miss -> miss.features().volumeRatio()))
                .param(
                        "distances",
                        Column.optionalDoubles(misses, miss -> miss.features().distanceSma20()))
                .param("confidences", Column.optionalDoubles(misses, NearMiss::confidence))
                .update();
    }
}
