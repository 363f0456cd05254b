package io.opspipeline.persistence.signal;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.domain.signal.Signal;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Column;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import io.opspipeline.ports.store.NearMiss;
import io.opspipeline.ports.store.Signals;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/// Table `dispatch_recommendations`, and what did not come to be one of its rows.
public final class PostgresSignals implements Signals {

    private final Database database;
    private final BlockedSignals blocked;

    /// The signals of a database.
    public PostgresSignals(Database database) {
        this.database = database;
        blocked = new BlockedSignals(database);
    }

    /// Inserts and supersedes in one transaction, so that nobody sees two open signals of a ticker.
    @Override
    public int store(List<Signal> signals, Instant at) {
        if (signals.isEmpty()) {
            return 0;
        }
        return database.inTransaction(() -> {
            int added = insert(signals, at);
            supersede(signals);
            return added;
        });
    }

    @Override
    public int expire(Instant asOf) {
        return database.jdbc()
                .sql(
                        """
                        update dispatch_recommendations
                        set status = 'EXPIRED', status_reason = 'not acted on in time'
                        where status = 'OPEN' and expires_at <= :asOf
                        """)
                .param("asOf", Bound.at(asOf))
                .update();
    }

    @Override
    public Map<Ticker, Map<Action, Instant>> lastBarEnds(Set<Ticker> tickers, Instant since) {
        Map<Ticker, Map<Action, Instant>> ends = new TreeMap<>();
        database.jdbc()
                .sql(
                        """
                        select ticker, action, max(bar_ts) as bar_ts from dispatch_recommendations
                        where ticker = any(:tickers::text[]) and bar_ts >= :since
                        group by ticker, action
                        """)
                .param("tickers", Column.texts(tickers, ticker -> ticker))
                .param("since", Bound.at(since.minus(Bar.LENGTH)))
                .query((rs, _) -> lastSignal(new Row(rs)))
                .list()
                .forEach(last ->
                        ends.computeIfAbsent(last.ticker(), _ -> new EnumMap<>(Action.class))
                                .put(last.action(), last.barEnd()));
        return ends;
    }

    @Override
    public void recordHolds(Map<String, Integer> tickersByCondition, Instant asOf) {
        blocked.recordHolds(tickersByCondition, asOf);
    }

    @Override
    public void recordNearMisses(List<NearMiss> misses, Instant at) {
        blocked.recordNearMisses(misses, at);
    }

    private int insert(List<Signal> signals, Instant at) {
        List<FeatureRow> features = signals.stream().map(Signal::features).toList();
        return database.jdbc()
                .sql(
                        """
                        insert into dispatch_recommendations (ticker, action, instrument_type, confidence,
                            bar_ts, close, sma20, sma50, volume_ratio, trend_state, run_length,
                            distance_sma20, breakout, alignment, recent_vol, atr14, rsi14, vwap,
                            sentiment, rule_version, status, created_at, expires_at)
                        select ticker, action, instrument_type, confidence,
                            bar_ts, close, sma20, sma50, volume_ratio, trend_state, run_length,
                            distance_sma20, breakout, alignment, recent_vol, atr14, rsi14, vwap,
                            sentiment, rule_version, 'OPEN', :at::timestamptz, expires_at
                        from unnest(:tickers::text[], :actions::text[], :types::text[],
                                :confidences::float8[], :starts::timestamptz[], :closes::numeric[],
                                :sma20s::float8[], :sma50s::float8[], :volumeRatios::float8[],
                                :trendStates::int[], :runLengths::int[], :distances::float8[],
                                :breakouts::int[], :alignments::float8[], :recentVols::float8[],
                                :atrs::float8[], :rsis::float8[], :vwaps::float8[],
                                :sentiments::float8[], :ruleVersions::text[], :expiries::timestamptz[])
                            as new (ticker, action, instrument_type, confidence, bar_ts, close, sma20,
                                sma50, volume_ratio, trend_state, run_length, distance_sma20, breakout,
                                alignment, recent_vol, atr14, rsi14, vwap, sentiment, rule_version,
                                expires_at)
                        order by ticker, bar_ts
                        on conflict (ticker, bar_ts) do nothing
                        """)
                .param("at", Bound.at(at))
                .param("tickers", Column.texts(signals, Signal::ticker))
                .param("actions", Column.texts(signals, Signal::action))
                .param("types", Column.texts(signals, Signal::instrumentType))
                .param("confidences", Column.texts(signals, signal -> signal.confidence().value()))
                .param("starts", Column.instants(features, FeatureRow::barStart))
                .param("closes", Column.decimals(features, row -> row.close().perShare()))
                .param("sma20s", Column.optionalDoubles(features, FeatureRow::sma20))
                .param("sma50s", Column.optionalDoubles(features, FeatureRow::sma50))
                .param("volumeRatios", Column.optionalDoubles(features, FeatureRow::volumeRatio))
                .param("trendStates", Column.optionalInts(features, FeatureRow::trendState))
                .param("runLengths", Column.ints(features, FeatureRow::runLength))
                .param("distances", Column.optionalDoubles(features, FeatureRow::distanceSma20))
                .param("breakouts", Column.optionalInts(features, FeatureRow::breakout))
                .param("alignments", Column.optionalDoubles(features, FeatureRow::alignment))
                .param("recentVols", Column.optionalDoubles(features, FeatureRow::recentVol))
                .param("atrs", Column.optionalDoubles(features, FeatureRow::atr14))
                .param("rsis", Column.optionalDoubles(features, FeatureRow::rsi14))
                .param("vwaps", Column.optionalDoubles(features, FeatureRow::vwap))
                .param("sentiments", Column.optionalDoubles(signals, PostgresSignals::sentiment))
                .param("ruleVersions", Column.texts(signals, Signal::ruleVersion))
                .param("expiries", Column.instants(signals, Signal::expiresAt))
                .update();
    }

    private void supersede(List<Signal> signals) {
        database.jdbc()
                .sql(
                        """
                        update dispatch_recommendations as old
                        set status = 'SUPERSEDED', status_reason = 'a newer signal of the ticker'
                        where old.status = 'OPEN' and old.ticker = any(:tickers::text[])
                            and exists (select from dispatch_recommendations as newer
                                where newer.ticker = old.ticker and newer.bar_ts > old.bar_ts)
                        """)
                .param("tickers", Column.texts(signals, Signal::ticker))
                .update();
    }

    private static OptionalDouble sentiment(Signal signal) {
        return signal.sentiment()
                .map(sentiment -> OptionalDouble.of(sentiment.signed()))
                .orElseGet(OptionalDouble::empty);
    }

    private static LastSignal lastSignal(Row row) throws SQLException {
        return new LastSignal(
                row.ticker("ticker"),
                row.constant("action", Action.class),
                row.instant("bar_ts").plus(Bar.LENGTH));
    }

    private record LastSignal(Ticker ticker, Action action, Instant barEnd) {}
}
