package io.opspipeline.domain.gate;

/// What one gate said.
///
/// @param code the gate
/// @param result passed, failed, or not reached because no contract was planned
/// @param observed what was seen, for people; never empty
/// @param limit what it was held against, for people; never empty
public record GateVerdict(GateCode code, Result result, String observed, String limit) {

    /// The three things a gate can say.
    public enum Result {
        /// The entry may go on.
        PASSED,
        /// The entry is blocked.
        FAILED,
        /// A plan gate without a plan.
        NOT_REACHED
    }

    /// A verdict from a check.
    public static GateVerdict of(GateCode code, boolean passed, Object observed, Object limit) {
        return new GateVerdict(
                code,
                passed ? Result.PASSED : Result.FAILED,
                observed.toString(),
                limit.toString());
    }

    /// Blocks because an input is missing or could not be read.
    public static GateVerdict missing(GateCode code, String what) {
        return new GateVerdict(code, Result.FAILED, "missing: " + what, "present");
    }

    /// A plan gate that had no plan to judge.
    public static GateVerdict notReached(GateCode code) {
        return new GateVerdict(code, Result.NOT_REACHED, "no plan", "a plan");
    }

    /// True when the gate failed.
    public boolean blocks() {
        return result == Result.FAILED;
    }
}
