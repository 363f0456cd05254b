package io.opspipeline.ports.store;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What each account was worth over time.
public interface EquityHistory {

    /// Stores a snapshot; one of the same account and instant is left alone.
    void record(EquitySnapshot snapshot);

    /// The snapshots of an account taken in [from, to), oldest first.
    List<EquitySnapshot> between(AccountId account, Instant from, Instant to);

    /// The newest snapshot of an account taken before an instant.
    Optional<EquitySnapshot> latestBefore(AccountId account, Instant before);

    /// The highest equity that an account ever had up to an instant, for the drawdown; empty
    /// without a snapshot.
    Optional<Money> highWaterMark(AccountId account, Instant asOf);
}
