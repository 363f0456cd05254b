package io.opspipeline.tradestream.rules;

import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds a stream that is open and silent: the broker's books know of a fill or an end that the
/// stream should have told (trading rules, section 9). The trading stream has no heartbeat of its
/// own, and is rightly silent while nothing happens.
public final class MuteRule {

    private final Duration patience;

    /// @param patience how late the stream may be
    public MuteRule(Duration patience) {
        this.patience = patience;
    }

    /// The first news that the stream did not tell in time.
    ///
    /// @param connectedAt when the stream last connected, UTC: what happened before was never its
    ///   to tell
    public Optional<OrderUpdate> missed(
            List<OrderUpdate> books,
            Map<ClientOrderId, Told> told,
            Instant connectedAt,
            Instant asOf) {
        Instant latest = asOf.minus(patience);
        return books.stream()
                .filter(update -> !update.at().isBefore(connectedAt))
                .filter(update -> !update.at().isAfter(latest))
                .filter(update ->
                        told.getOrDefault(update.clientOrderId(), Told.NOTHING).lacks(update))
                .findFirst();
    }
}
