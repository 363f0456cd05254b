package io.opspipeline.tradestream;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.ports.store.Heartbeat;
import io.opspipeline.ports.store.Heartbeats;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Signs of life in memory.
final class MemoryHeartbeats implements Heartbeats {

    private final Map<String, Heartbeat> last = new HashMap<>();

    @Override
    public void beat(String service, Optional<AccountId> account, Instant at, String detail) {
        Optional<Heartbeat> before = latest(service, account);
        last.put(
                key(service, account),
                new Heartbeat(
                        at,
                        before.flatMap(Heartbeat::connectedAt),
                        before.flatMap(Heartbeat::reconciledAt),
                        detail));
    }

    @Override
    public void connected(String service, AccountId account, Instant at) {
        last.put(
                key(service, Optional.of(account)),
                new Heartbeat(at, Optional.of(at), Optional.empty(), "connected"));
    }

    @Override
    public void reconciled(String service, AccountId account, Instant at) {
        Heartbeat before = latest(service, Optional.of(account)).orElseThrow();
        last.put(
                key(service, Optional.of(account)),
                new Heartbeat(
                        before.beatAt(), before.connectedAt(), Optional.of(at), before.detail()));
    }

    @Override
    public Optional<Heartbeat> latest(String service, Optional<AccountId> account) {
        return Optional.ofNullable(last.get(key(service, account)));
    }

    private static String key(String service, Optional<AccountId> account) {
        return service + account;
    }
}
