package io.opspipeline.local.doctor;

import java.util.Optional;

/// What one look has found.
///
/// @param result how good that is
/// @param observed what was seen, one line without secrets
/// @param cure what to do about it, one line; empty when there is nothing to do
public record Finding(Result result, String observed, Optional<String> cure) {

    /// How good something is.
    public enum Result {
        /// As it should be.
        PASS,
        /// It works, and somebody should know.
        WARN,
        /// Nothing may trade like this.
        FAIL,
        /// It was not looked at; the observation says why.
        SKIPPED
    }

    static Finding pass(String observed) {
        return new Finding(Result.PASS, observed, Optional.empty());
    }

    static Finding warn(String observed, String cure) {
        return new Finding(Result.WARN, observed, Optional.of(cure));
    }

    static Finding fail(String observed, String cure) {
        return new Finding(Result.FAIL, observed, Optional.of(cure));
    }

    static Finding skipped(String why) {
        return new Finding(Result.SKIPPED, why, Optional.empty());
    }
}
