package io.opspipeline.signals.rules;

import java.time.Duration;

/// The figures of trading rules, section 6.
final class Figures {

    static final Weights WEIGHTS = new Weights(0.25, 0.20, 0.20, 0.15);
    static final Factors FACTORS = new Factors(1.15, 0.85, 1.15, 2);
    static final ConfidenceRule CONFIDENCE = new ConfidenceRule(WEIGHTS, FACTORS, 1.2, 0.02);
    static final SignalRule OPTIONS_ONLY = rule(SignalMode.OPTIONS_ONLY);
    static final SignalRule HYBRID = rule(SignalMode.HYBRID);

    private Figures() {}

    private static SignalRule rule(SignalMode mode) {
        var limits =
                new SignalLimits(
                        1.2, 0.02, 0.45, 0.35, Duration.ofMinutes(3), Duration.ofMinutes(15), mode);
        return new SignalRule(limits, CONFIDENCE);
    }
}
