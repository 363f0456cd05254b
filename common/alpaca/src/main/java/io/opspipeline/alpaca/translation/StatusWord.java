package io.opspipeline.alpaca.translation;

import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.domain.order.BrokerOrderStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Alpaca's words for where an order stands. On the wire the set is open.
final class StatusWord {

    private static final Logger LOG = LoggerFactory.getLogger(StatusWord.class);

    private StatusWord() {}

    /// A status of an order; a word that is no status, too, may stand for an event.
    static BrokerOrderStatus translate(String word, WireNode raw) {
        return switch (word) {
            case "accepted", "pending_new", "accepted_for_bidding", "held", "pending_review" ->
                    BrokerOrderStatus.PENDING;
            case "new", "pending_replace", "stopped", "calculated" -> BrokerOrderStatus.WORKING;
            case "suspended" -> BrokerOrderStatus.SUSPENDED;
            // Ends nothing: the end comes as filled, canceled or expired.
            case "done_for_day" -> BrokerOrderStatus.DONE_FOR_DAY;
            case "partially_filled", "partial_fill" -> BrokerOrderStatus.PARTIALLY_FILLED;
            case "pending_cancel" -> BrokerOrderStatus.PENDING_CANCEL;
            case "filled", "fill" -> BrokerOrderStatus.FILLED;
            // We never replace. Somebody else did, and this order is over.
            case "canceled", "replaced" -> BrokerOrderStatus.CANCELED;
            case "expired" -> BrokerOrderStatus.EXPIRED;
            case "rejected" -> BrokerOrderStatus.REJECTED;
            default -> {
                LOG.warn("unknown order status '{}': {}", word, raw);
                yield BrokerOrderStatus.UNKNOWN;
            }
        };
    }
}
