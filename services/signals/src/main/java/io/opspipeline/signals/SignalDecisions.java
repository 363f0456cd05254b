package io.opspipeline.signals;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.domain.signal.Signal;
import io.opspipeline.ports.store.NearMiss;
import io.opspipeline.signals.rules.HoldCondition;
import io.opspipeline.signals.rules.SignalRule;
import io.opspipeline.signals.rules.SignalVerdict;
import io.opspipeline.signals.rules.SignalVerdict.Enter;
import io.opspipeline.signals.rules.SignalVerdict.Hold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What one run decided about every ticker.
final class SignalDecisions {

    private final List<Signal> signals = new ArrayList<>();
    private final List<NearMiss> misses = new ArrayList<>();
    private final Map<String, Integer> holds = new TreeMap<>();

    private SignalDecisions() {}

    static SignalDecisions of(SignalInputs inputs, SignalRule rule, Instant asOf) {
        var decisions = new SignalDecisions();
        for (Ticker ticker : inputs.tickers()) {
            inputs.features(ticker)
                    .ifPresentOrElse(
                            row -> decisions.add(row, judge(row, inputs, rule, asOf)),
                            () -> decisions.count(HoldCondition.STALE));
        }
        return decisions;
    }

    List<Signal> signals() {
        return Collections.unmodifiableList(signals);
    }

    List<NearMiss> misses() {
        return Collections.unmodifiableList(misses);
    }

    Map<String, Integer> holds() {
        return Collections.unmodifiableMap(holds);
    }

    /// Tickers that held for a reason of the market, not for want of input.
    int judged(int tickers) {
        return tickers - held(HoldCondition.STALE) - held(HoldCondition.INPUT_ABSENT);
    }

    private static SignalVerdict judge(
            FeatureRow row, SignalInputs inputs, SignalRule rule, Instant asOf) {
        Ticker ticker = row.ticker();
        return rule.judge(row, inputs.sentiment(ticker), inputs.recent(ticker), asOf);
    }

    private void add(FeatureRow row, SignalVerdict verdict) {
        switch (verdict) {
            case Enter(Signal signal) -> signals.add(signal);
            case Hold(HoldCondition condition, Optional<SignalVerdict.Miss> miss) -> {
                count(condition);
                miss.map(near ->
                                new NearMiss(
                                        row, near.direction(), condition.name(), near.confidence()))
                        .ifPresent(misses::add);
            }
        }
    }

    private void count(HoldCondition condition) {
        holds.merge(condition.name(), 1, Integer::sum);
    }

    private int held(HoldCondition condition) {
        return holds.getOrDefault(condition.name(), 0);
    }
}
