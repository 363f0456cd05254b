package io.opspipeline.positionmanager;

import io.opspipeline.domain.order.ExitReason;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The closes under way in one account, at most one per position, and when each last moved.
final class Closings {

    private final Map<Long, Closing> active = new TreeMap<>();
    private final Map<Long, Instant> moved = new TreeMap<>();

    /// The rule that a position is closing under.
    synchronized Optional<ExitReason> ruleOf(long positionId) {
        return Optional.ofNullable(active.get(positionId)).map(Closing::rule);
    }

    /// True while the close is the one of its position.
    synchronized boolean isCurrent(Closing closing) {
        return closing.equals(active.get(closing.positionId()));
    }

    synchronized void start(Closing closing) {
        active.put(closing.positionId(), closing);
    }

    synchronized void move(Closing closing, Instant at) {
        moved.put(closing.positionId(), at);
    }

    synchronized void end(Closing closing) {
        active.remove(closing.positionId());
        moved.remove(closing.positionId());
    }

    /// Forgets what has not moved since an instant.
    synchronized void forgetBefore(Instant oldest) {
        moved.values().removeIf(at -> at.isBefore(oldest));
        active.keySet().retainAll(moved.keySet());
    }
}
