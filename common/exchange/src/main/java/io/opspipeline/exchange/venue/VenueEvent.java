package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import java.time.Instant;

/// Something that happened to an order or a spread.
public sealed interface VenueEvent permits OrderEvent, SpreadEvent {

    /// 1, 2, 3, ... within the account.
    long sequence();

    /// What happened.
    EventKind kind();

    /// The order or spread after it.
    PlacedOrder order();

    /// The venue's time, UTC.
    Instant at();

    /// Whose it is.
    default AccountId account() {
        return order().account();
    }
}
