package io.opspipeline.local.bench;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.exchange.venue.Faults;
import io.opspipeline.exchange.venue.OrderSubmission;
import io.opspipeline.exchange.venue.OrderView;
import io.opspipeline.exchange.venue.Refusal;
import io.opspipeline.runtime.time.Stopwatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Notes when each order arrives at the exchange.
final class Arrivals implements Faults {

    private final Stopwatch watch;
    private final Optional<String> rejection;
    private final Map<String, Duration> seen = new ConcurrentHashMap<>();

    /// @param watch whose time is noted
    /// @param rejection why every order is rejected just after it was taken; empty and none is
    Arrivals(Stopwatch watch, Optional<String> rejection) {
        this.watch = watch;
        this.rejection = rejection;
    }

    /// When an order arrived, by the client's id; empty while it has not.
    Optional<Duration> of(String clientOrderId) {
        return Optional.ofNullable(seen.get(clientOrderId));
    }

    /// Every order that arrived.
    Map<String, Duration> all() {
        return Map.copyOf(seen);
    }

    @Override
    public Optional<Refusal> onSubmit(AccountId account, OrderSubmission submission, Instant at) {
        submission.clientOrderId().ifPresent(id -> seen.putIfAbsent(id, watch.elapsed()));
        return Optional.empty();
    }

    @Override
    public Optional<String> onAccepted(OrderView order) {
        return rejection;
    }
}
