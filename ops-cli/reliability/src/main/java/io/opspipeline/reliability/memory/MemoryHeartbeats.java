package io.opspipeline.reliability.memory;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.ports.store.Heartbeat;
import io.opspipeline.ports.store.Heartbeats;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Heartbeats in memory.
public final class MemoryHeartbeats implements Heartbeats {

    private static final Duration AHEAD = Duration.ofSeconds(30);

    private final Map<Key, Heartbeat> beats = new HashMap<>();

    MemoryHeartbeats() {}

    private record Key(String service, Optional<AccountId> account) {}

    @Override
    public synchronized void beat(
            String service, Optional<AccountId> account, Instant at, String detail) {
        beats.merge(
                new Key(service, account),
                new Heartbeat(at, Optional.empty(), Optional.empty(), detail),
                (old, news) ->
                        new Heartbeat(
                                newest(old, at), old.connectedAt(), old.reconciledAt(), detail));
    }

    @Override
    public synchronized void connected(String service, AccountId account, Instant at) {
        beats.merge(
                new Key(service, Optional.of(account)),
                new Heartbeat(at, Optional.of(at), Optional.empty(), "connected"),
                (old, news) ->
                        new Heartbeat(
                                newest(old, at),
                                news.connectedAt(),
                                old.reconciledAt(),
                                old.detail()));
    }

    @Override
    public synchronized void reconciled(String service, AccountId account, Instant at) {
        beats.merge(
                new Key(service, Optional.of(account)),
                new Heartbeat(at, Optional.empty(), Optional.of(at), "reconciled"),
                (old, news) ->
                        new Heartbeat(
                                later(old, at),
                                old.connectedAt(),
                                news.reconciledAt(),
                                old.detail()));
    }

    @Override
    public synchronized Optional<Heartbeat> latest(String service, Optional<AccountId> account) {
        return Optional.ofNullable(beats.get(new Key(service, account)));
    }

    /// One that is far ahead is of a clock that has been set back since.
    private static Instant newest(Heartbeat old, Instant at) {
        return old.beatAt().isAfter(at.plus(AHEAD)) ? at : later(old, at);
    }

    private static Instant later(Heartbeat old, Instant at) {
        return old.beatAt().isAfter(at) ? old.beatAt() : at;
    }
}
