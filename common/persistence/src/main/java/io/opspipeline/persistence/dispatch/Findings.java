package io.opspipeline.persistence.dispatch;

import io.opspipeline.domain.dispatch.ContractCandidate;
import io.opspipeline.domain.dispatch.ContractCandidate.Score;
import io.opspipeline.domain.gate.GateVerdict;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.persistence.sql.Column;
import io.opspipeline.persistence.sql.Database;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Tables `gate_verdicts` and `contract_candidates`: why a dispatch went as it did. Both are
/// replaced when the same dispatch is judged again.
final class Findings {

    private final Database database;

    Findings(Database database) {
        this.database = database;
    }

    void store(long dispatchId, List<GateVerdict> verdicts, List<ContractCandidate> candidates) {
        storeVerdicts(dispatchId, verdicts);
        storeCandidates(dispatchId, candidates);
    }

    private void storeVerdicts(long dispatchId, List<GateVerdict> verdicts) {
        database.jdbc()
                .sql(
                        """
                        insert into gate_verdicts (dispatch_id, gate, result, observed, limit_value)
                        select :dispatch, gate, result, observed, limit_value
                        from unnest(:gates::text[], :results::text[], :observed::text[], :limits::text[])
                            as new (gate, result, observed, limit_value)
                        on conflict (dispatch_id, gate) do update set
                            result = excluded.result,
                            observed = excluded.observed,
                            limit_value = excluded.limit_value
                        """)
                .param("dispatch", dispatchId)
                .param("gates", Column.texts(verdicts, GateVerdict::code))
                .param("results", Column.texts(verdicts, GateVerdict::result))
                .param("observed", Column.texts(verdicts, GateVerdict::observed))
                .param("limits", Column.texts(verdicts, GateVerdict::limit))
                .update();
    }

    private void storeCandidates(long dispatchId, List<ContractCandidate> candidates) {
        database.jdbc()
                .sql(
                        """
                        insert into contract_candidates (dispatch_id, symbol, chosen, failed_check, bid, ask,
                            implied_vol, delta, feed_implied_vol, feed_delta, volume, open_interest,
                            spread_score, volume_score, delta_score, strike_score, score)
                        select :dispatch, symbol, chosen, failed_check, bid, ask,
                            implied_vol, delta, feed_implied_vol, feed_delta, volume, open_interest,
                            spread_score, volume_score, delta_score, strike_score, score
                        from unnest(:symbols::text[], :chosen::boolean[], :checks::text[],
                                :bids::numeric[], :asks::numeric[], :vols::float8[], :deltas::float8[],
                                :feedVols::float8[], :feedDeltas::float8[], :volumes::bigint[],
                                :interests::int[], :spreadScores::float8[], :volumeScores::float8[],
                                :deltaScores::float8[], :strikeScores::float8[], :scores::float8[])
                            as new (symbol, chosen, failed_check, bid, ask, implied_vol, delta,
                                feed_implied_vol, feed_delta, volume, open_interest, spread_score,
                                volume_score, delta_score, strike_score, score)
                        on conflict (dispatch_id, symbol) do update set
                            chosen = excluded.chosen, failed_check = excluded.failed_check,
                            bid = excluded.bid, ask = excluded.ask,
                            implied_vol = excluded.implied_vol, delta = excluded.delta,
                            feed_implied_vol = excluded.feed_implied_vol, feed_delta = excluded.feed_delta,
                            volume = excluded.volume, open_interest = excluded.open_interest,
                            spread_score = excluded.spread_score, volume_score = excluded.volume_score,
                            delta_score = excluded.delta_score, strike_score = excluded.strike_score,
                            score = excluded.score
                        """)
                .param("dispatch", dispatchId)
                .param("symbols", Column.texts(candidates, ContractCandidate::symbol))
                .param("chosen", Column.texts(candidates, ContractCandidate::chosen))
                .param("checks", Column.optionalTexts(candidates, ContractCandidate::failedCheck))
                .param("bids", prices(candidates, quote -> quote.bid().perShare()))
                .param("asks", prices(candidates, quote -> quote.ask().perShare()))
                .param(
                        "vols",
                        Column.optionalDoubles(candidates, ContractCandidate::impliedVolatility))
                .param("deltas", Column.optionalDoubles(candidates, ContractCandidate::delta))
                .param(
                        "feedVols",
                        Column.optionalDoubles(
                                candidates, ContractCandidate::feedImpliedVolatility))
                .param(
                        "feedDeltas",
                        Column.optionalDoubles(candidates, ContractCandidate::feedDelta))
                .param("volumes", Column.optionalLongs(candidates, ContractCandidate::volume))
                .param(
                        "interests",
                        Column.optionalInts(candidates, ContractCandidate::openInterest))
                .param("spreadScores", scores(candidates, Score::spread))
                .param("volumeScores", scores(candidates, Score::volume))
                .param("deltaScores", scores(candidates, Score::delta))
                .param("strikeScores", scores(candidates, Score::strike))
                .param("scores", scores(candidates, Score::total))
                .update();
    }

    private static @Nullable String[] prices(
            List<ContractCandidate> candidates, Function<Quote, BigDecimal> side) {
        return Column.optionalTexts(candidates, candidate -> candidate.quote().map(side));
    }

    private static @Nullable Double[] scores(
            List<ContractCandidate> candidates, ToDoubleFunction<Score> part) {
        return Column.optionalDoubles(candidates, candidate -> optional(candidate.score(), part));
    }

    private static OptionalDouble optional(Optional<Score> score, ToDoubleFunction<Score> part) {
        return score.isPresent()
                ? OptionalDouble.of(part.applyAsDouble(score.get()))
                : OptionalDouble.empty();
    }
}
