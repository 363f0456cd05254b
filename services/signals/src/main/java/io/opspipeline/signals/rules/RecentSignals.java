package io.opspipeline.signals.rules;

import io.opspipeline.domain.signal.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The last signals of one ticker, for its cooldown.
///
/// @param barEnds close of the bar of the last signal, UTC, by action
public record RecentSignals(Map<Action, Instant> barEnds) {

    /// No signal that matters.
    public static final RecentSignals NONE = new RecentSignals(Map.of());

    /// True when a signal in the direction is less than the cooldown older than a bar. The bar's
    /// own signal does not count: judging a bar again changes nothing.
    ///
    /// @param direction +1 bullish, -1 bearish
    /// @param barEnd close of the bar that is judged, UTC
    boolean block(int direction, Instant barEnd, Duration cooldown) {
        return actions(direction)
                .map(barEnds::get)
                .filter(Objects::nonNull)
                .filter(last -> !last.equals(barEnd))
                .anyMatch(last -> Duration.between(last, barEnd).compareTo(cooldown) < 0);
    }

    private static Stream<Action> actions(int direction) {
        return direction > 0
                ? Stream.of(Action.BUY_CALL, Action.BUY_STOCK)
                : Stream.of(Action.BUY_PUT);
    }
}
