package io.opspipeline.ports.store;

import io.opspipeline.domain.signal.FeatureRow;
import java.util.OptionalDouble;

/// An evaluation that failed a single condition.
///
/// @param features the inputs
/// @param direction +1 bullish, -1 bearish
/// @param condition the one that failed
/// @param confidence what it would have been believed; empty when not computed
public record NearMiss(
        FeatureRow features, int direction, String condition, OptionalDouble confidence) {}
