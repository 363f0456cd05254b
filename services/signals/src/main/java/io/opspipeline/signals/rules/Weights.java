package io.opspipeline.signals.rules;

/// What each part of the base confidence is worth; see [ConfidenceRule].
///
/// @param trend of a run of closes in one direction
/// @param breakout of a breakout, or of closeness to the mean
/// @param volume of volume above the least
/// @param alignment of higher frames on the same side
public record Weights(double trend, double breakout, double volume, double alignment) {}
