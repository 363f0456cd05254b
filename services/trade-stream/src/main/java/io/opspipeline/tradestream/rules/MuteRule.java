package io.opspipeline.tradestream.rules;

import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds a stream that is open and silent: the broker's books know of a fill or an end that the
/// stream should have told (trading rules, section 9). The trading stream has no heartbeat of its
/// own, and is rightly silent while nothing happens. Time is ours alone, from when the books were
/// first seen to know: the broker's clock may be any time off.
public final class MuteRule {

    private final Duration patience;

    /// @param patience how late the stream may be
    public MuteRule(Duration patience) {
        this.patience = patience;
    }

    /// Since when the books have been seen to know more of an order than the stream has told, UTC.
    ///
    /// @param told what the stream has told, and what was known when it connected
    /// @param before the answer of the look before
    /// @param asOf when the books were asked, UTC
    public static Map<ClientOrderId, Instant> untold(
            List<OrderUpdate> books,
            Map<ClientOrderId, Told> told,
            Map<ClientOrderId, Instant> before,
            Instant asOf) {
        Map<ClientOrderId, Instant> untold = new HashMap<>();
        for (OrderUpdate update : books) {
            ClientOrderId id = update.clientOrderId();
            if (told.getOrDefault(id, Told.NOTHING).lacks(update)) {
                untold.put(id, before.getOrDefault(id, asOf));
            }
        }
        return untold;
    }

    /// The first news that the stream did not tell in time.
    public Optional<OrderUpdate> missed(
            List<OrderUpdate> books, Map<ClientOrderId, Instant> untold, Instant asOf) {
        Instant latest = asOf.minus(patience);
        return books.stream()
                .filter(update ->
                        Optional.ofNullable(untold.get(update.clientOrderId()))
                                .filter(since -> !since.isAfter(latest))
                                .isPresent())
                .findFirst();
    }
}
