package io.opspipeline.domain.signal;

/// How strongly a signal is believed, 0 to 1.
///
/// @param value 0 to 1
public record Confidence(double value) implements Comparable<Confidence> {

    /// Refuses a value outside 0 to 1.
    public Confidence {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("confidence must be in [0, 1], was " + value);
        }
    }

    @Override
    public int compareTo(Confidence other) {
        return Double.compare(value, other.value);
    }
}
