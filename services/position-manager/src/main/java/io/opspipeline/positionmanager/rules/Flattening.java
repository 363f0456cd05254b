package io.opspipeline.positionmanager.rules;

/// Whether everything of an account must go.
///
/// @param byOperator the operator said so
/// @param byDailyLoss the day's loss reached its limit
public record Flattening(boolean byOperator, boolean byDailyLoss) {

    /// Nothing must go.
    public static final Flattening NONE = new Flattening(false, false);
}
