package io.opspipeline.ports.store;

import io.opspipeline.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/// Signs of life of what must be alive.
public interface Heartbeats {

    /// A service is alive.
    ///
    /// @param detail one line for people
    void beat(String service, Optional<AccountId> account, Instant at, String detail);

    /// A stream connected; until it is reconciled it is not ready.
    void connected(String service, AccountId account, Instant at);

    /// The books were compared since the last connect.
    ///
    /// @param at when the comparison began, UTC
    void reconciled(String service, AccountId account, Instant at);

    /// The last sign of life; empty when there never was one.
    Optional<Heartbeat> latest(String service, Optional<AccountId> account);
}
