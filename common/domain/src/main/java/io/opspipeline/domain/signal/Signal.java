package io.opspipeline.domain.signal;

import io.opspipeline.domain.instrument.InstrumentType;
import io.opspipeline.domain.instrument.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A signal to buy (trading rules, section 6).
///
/// @param ticker the stock
/// @param action BUY_CALL, BUY_PUT or BUY_STOCK; never HOLD
/// @param confidence how strongly it is believed
/// @param features every input it was made from
/// @param sentiment the ticker's sentiment; empty when absent
/// @param ruleVersion names the rule and its figures
public record Signal(
        Ticker ticker,
        Action action,
        Confidence confidence,
        FeatureRow features,
        Optional<Sentiment> sentiment,
        String ruleVersion) {

    /// Life of a signal from the close of its bar.
    public static final Duration LIFE = Duration.ofMinutes(5);

    /// Refuses HOLD: it is counted, not signalled.
    public Signal {
        if (action == Action.HOLD) {
            throw new IllegalArgumentException("HOLD is not a signal");
        }
    }

    /// What it buys.
    public InstrumentType instrumentType() {
        return action.instrumentType().orElseThrow();
    }

    /// When its bar closed, UTC.
    public Instant barEnd() {
        return features.barEnd();
    }

    /// The first instant at which it may no longer be acted on, UTC.
    public Instant expiresAt() {
        return barEnd().plus(LIFE);
    }
}
