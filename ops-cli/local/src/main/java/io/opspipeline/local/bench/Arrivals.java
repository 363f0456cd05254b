package io.opspipeline.local.bench;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.exchange.venue.Faults;
import io.opspipeline.exchange.venue.OrderSubmission;
import io.opspipeline.exchange.venue.OrderView;
import io.opspipeline.exchange.venue.Refusal;
import io.opspipeline.runtime.time.Stopwatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Notes when each order, and each request to cancel one, arrives at the exchange.
final class Arrivals implements Faults {

    private final Stopwatch watch;
    private final Optional<String> rejection;
    private final Map<String, Duration> seen = new ConcurrentHashMap<>();
    private final List<Duration> cancels = new CopyOnWriteArrayList<>();
    private volatile boolean holdsFills;

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

    /// When the first request to cancel an order arrived that came after an instant of the watch.
    Optional<Duration> cancelAfter(Duration since) {
        return cancels.stream().filter(at -> at.compareTo(since) > 0).findFirst();
    }

    /// Lets no order fill from now on, or every order again.
    void holdFills(boolean held) {
        holdsFills = held;
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
    public RequestFault onRequest(AccountId account, Request request, Instant at) {
        if (request == Request.CANCEL) {
            cancels.add(watch.elapsed());
        }
        return RequestFault.NONE;
    }

    @Override
    public int mostContracts(OrderView order) {
        return holdsFills ? 0 : Integer.MAX_VALUE;
    }

    @Override
    public Optional<String> onAccepted(OrderView order) {
        return rejection;
    }
}
