package io.opspipeline.domain.order;

import io.opspipeline.domain.money.Price;
import java.time.Instant;
import java.util.Optional;

/// News of one order from the broker: a stream event, the answer to a request, or a row of its
/// books.
///
/// @param clientOrderId our name of it
/// @param brokerOrderId the broker's name of it
/// @param status what it is now
/// @param filledQuantity filled so far, cumulative
/// @param averagePrice average of all fills so far; empty while nothing is filled
/// @param execution the execution that this event tells of; empty for all other news
/// @param at when it happened at the broker, UTC
/// @param source how we learnt it
/// @param reason the broker's words when it refused or ended the order
public record OrderUpdate(
        ClientOrderId clientOrderId,
        BrokerOrderId brokerOrderId,
        BrokerOrderStatus status,
        int filledQuantity,
        Optional<Price> averagePrice,
        Optional<Execution> execution,
        Instant at,
        Source source,
        Optional<String> reason) {

    /// How we learnt of an update.
    public enum Source {
        /// The trading stream.
        STREAM,
        /// The answer to our own request.
        ANSWER,
        /// The broker's books, read by reconciliation.
        BOOKS
    }

    /// Refuses fills without a price.
    public OrderUpdate {
        if (filledQuantity < 0 || (filledQuantity > 0 && averagePrice.isEmpty())) {
            throw new IllegalArgumentException(
                    "update of "
                            + clientOrderId
                            + " has filled "
                            + filledQuantity
                            + " at "
                            + averagePrice);
        }
    }
}
