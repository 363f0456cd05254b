package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/// An order or a spread at one moment.
public sealed interface PlacedOrder permits OrderView, SpreadView {

    /// The venue's name.
    String id();

    /// The client's name.
    String clientOrderId();

    /// Whose it is.
    AccountId account();

    /// Where it stands.
    OrderStatus status();

    /// When it was taken.
    Instant submittedAt();

    /// When it last changed.
    Instant updatedAt();

    /// When the first cancel was taken.
    Optional<Instant> cancelRequestedAt();

    /// Why it was rejected.
    Optional<String> reason();

    /// When the last part was filled; empty before.
    default Optional<Instant> filledAt() {
        return endedAs(OrderStatus.FILLED);
    }

    /// When it was canceled; empty otherwise.
    default Optional<Instant> canceledAt() {
        return endedAs(OrderStatus.CANCELED);
    }

    /// When it expired; empty otherwise.
    default Optional<Instant> expiredAt() {
        return endedAs(OrderStatus.EXPIRED);
    }

    /// When it was rejected; empty otherwise.
    default Optional<Instant> failedAt() {
        return endedAs(OrderStatus.REJECTED);
    }

    private Optional<Instant> endedAs(OrderStatus end) {
        return status() == end ? Optional.of(updatedAt()) : Optional.empty();
    }
}
