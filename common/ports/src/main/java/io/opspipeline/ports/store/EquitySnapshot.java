package io.opspipeline.ports.store;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.money.Money;
import java.time.Instant;

/// What an account was worth at an instant.
///
/// @param account whose it is
/// @param takenAt when, UTC
/// @param equity the broker's field
/// @param cash the broker's field, may be negative
/// @param realisedToday earned since the start of the New York day, net of fees
/// @param unrealisedToday what is held, at mid against its basis
/// @param openPositions how many are held
public record EquitySnapshot(
        AccountId account,
        Instant takenAt,
        Money equity,
        Money cash,
        Money realisedToday,
        Money unrealisedToday,
        int openPositions) {}
