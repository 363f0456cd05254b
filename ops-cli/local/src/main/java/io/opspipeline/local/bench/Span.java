package io.opspipeline.local.bench;

import java.time.Duration;
import java.time.Instant;

/// A stretch of the machine's time.
///
/// @param begin its first instant
/// @param end the first instant after it
record Span(Instant begin, Instant end) {

    Span {
        if (end.isBefore(begin)) {
            throw new IllegalArgumentException("ends at %s before %s".formatted(end, begin));
        }
    }

    static Span of(Instant begin, Duration length) {
        return new Span(begin, begin.plus(length));
    }

    Duration length() {
        return Duration.between(begin, end);
    }
}
