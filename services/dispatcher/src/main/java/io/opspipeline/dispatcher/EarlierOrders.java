package io.opspipeline.dispatcher;

import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.order.Order;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.broker.SubmitResult;
import java.util.Optional;

/// Looks for an order that whoever had claimed an entry before may have sent: its intent ends a
/// claim, but a database that fell back to an older state knows of neither.
///
/// @param books where the broker tells of it
record EarlierOrders(BrokerBooks books) {

    /// What a submit of this order would come to, as far as the books tell: the order is there, or
    /// nobody knows. Empty when the broker has none of its name, and it may be sent.
    Optional<SubmitResult> of(Order order) {
        try {
            return books.orderByClientId(order.request().account(), order.id())
                    .map(SubmitResult.Accepted::new);
        } catch (BrokerUnavailable unavailable) {
            return Optional.of(
                    new SubmitResult.InDoubt(
                            DenialCode.NO_ANSWER.says(
                                    "not looked up: " + unavailable.getMessage())));
        }
    }
}
