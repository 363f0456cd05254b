package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import java.util.Optional;

/// An order or a spread and what has become of it.
sealed interface Working permits WorkingOrder, WorkingSpread {

    /// The venue's name.
    String id();

    /// The client's name.
    String clientOrderId();

    /// Whose it is.
    AccountId account();

    /// Why the venue will reject it although the broker took it.
    Optional<String> fault();

    /// How far it has come.
    OrderProgress progress();

    /// It at this moment.
    PlacedOrder view();
}
