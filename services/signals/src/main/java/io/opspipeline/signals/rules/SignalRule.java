package io.opspipeline.signals.rules;

import io.opspipeline.domain.signal.Action;
import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.domain.signal.Sentiment;
import io.opspipeline.domain.signal.Signal;
import io.opspipeline.signals.rules.SignalVerdict.Enter;
import io.opspipeline.signals.rules.SignalVerdict.Hold;
import io.opspipeline.signals.rules.SignalVerdict.Miss;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Judges the newest features of a ticker (trading rules, section 6).
public final class SignalRule {

    private static final String NAME = "signal-1";

    private final SignalLimits limits;
    private final ConfidenceRule confidence;
    private final String version;

    /// A rule with its figures.
    public SignalRule(SignalLimits limits, ConfidenceRule confidence) {
        this.limits = limits;
        this.confidence = confidence;
        this.version = NAME + " " + limits.describe();
    }

    /// The verdict on one ticker.
    ///
    /// @param row its newest features; the bar has closed
    /// @param sentiment its sentiment; empty when absent
    /// @param recent its last signals
    /// @param asOf the time of the run, UTC
    public SignalVerdict judge(
            FeatureRow row, Optional<Sentiment> sentiment, RecentSignals recent, Instant asOf) {
        if (Duration.between(row.barEnd(), asOf).compareTo(limits.oldestBar()) > 0) {
            return new Hold(HoldCondition.STALE, Optional.empty());
        }
        if (isIncomplete(row)) {
            return new Hold(HoldCondition.INPUT_ABSENT, Optional.empty());
        }
        return judge(new Evaluation(row, sentiment), recent);
    }

    private static boolean isIncomplete(FeatureRow row) {
        return row.trendState().isEmpty()
                || row.sma20().isEmpty()
                || row.volumeRatio().isEmpty()
                || row.distanceSma20().isEmpty();
    }

    private SignalVerdict judge(Evaluation evaluation, RecentSignals recent) {
        List<HoldCondition> failed = evaluation.failed();
        if (!failed.isEmpty()) {
            return new Hold(failed.getFirst(), evaluation.miss(failed));
        }
        FeatureRow row = evaluation.row;
        return recent.block(evaluation.direction(), row.barEnd(), limits.cooldown())
                ? new Hold(HoldCondition.COOLDOWN, Optional.empty())
                : new Enter(evaluation.signal());
    }

    /// One row with everything that its verdict needs.
    private final class Evaluation {

        private final FeatureRow row;
        private final Optional<Sentiment> sentiment;
        private final int trend;
        private final int side;
        private final Confidence believed;

        Evaluation(FeatureRow row, Optional<Sentiment> sentiment) {
            this.row = row;
            this.sentiment = sentiment;
            this.trend = row.trendState().orElseThrow();
            this.side = Double.compare(row.close().asDouble(), row.sma20().orElseThrow());
            this.believed = confidence.of(row, direction(), sentiment);
        }

        /// The trend's, or the close's side of its mean where there is no trend; 0 for neither.
        int direction() {
            return trend == 0 ? side : trend;
        }

        List<HoldCondition> failed() {
            var failed = new ArrayList<HoldCondition>();
            addUnless(trend != 0, HoldCondition.TREND, failed);
            addUnless(side != 0 && side == direction(), HoldCondition.SIDE, failed);
            addUnless(
                    row.volumeRatio().orElseThrow() > limits.volumeAbove(),
                    HoldCondition.VOLUME,
                    failed);
            addUnless(
                    Math.abs(row.distanceSma20().orElseThrow()) < limits.stretchedFrom(),
                    HoldCondition.STRETCHED,
                    failed);
            addUnless(action().isPresent(), HoldCondition.CONFIDENCE, failed);
            return failed;
        }

        Optional<Miss> miss(List<HoldCondition> failed) {
            return failed.size() == 1
                    ? Optional.of(new Miss(direction(), OptionalDouble.of(believed.value())))
                    : Optional.empty();
        }

        Signal signal() {
            return new Signal(
                    row.ticker(), action().orElseThrow(), believed, row, sentiment, version);
        }

        private Optional<Action> action() {
            if (believed.value() > limits.optionAbove()) {
                return Optional.of(direction() > 0 ? Action.BUY_CALL : Action.BUY_PUT);
            }
            boolean isStock =
                    limits.mode() == SignalMode.HYBRID
                            && direction() > 0
                            && believed.value() > limits.stockAbove();
            return isStock ? Optional.of(Action.BUY_STOCK) : Optional.empty();
        }

        private static void addUnless(
                boolean holds, HoldCondition condition, List<HoldCondition> failed) {
            if (!holds) {
                failed.add(condition);
            }
        }
    }
}
