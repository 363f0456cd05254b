package io.opspipeline.positionmanager;

import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.denial.Reaction;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.OrderEntry;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Orders of somebody else for which the broker refuses a close. They are that person's own, and
/// left alone, until the operator has everything closed.
///
/// @param broker is asked to cancel them
/// @param books show them
/// @param alerts tell of each
record OrdersInTheWay(OrderEntry broker, BrokerBooks books, Alerts alerts) {

    private static final Logger LOG = LoggerFactory.getLogger(OrdersInTheWay.class);

    /// True for a refusal that an order of somebody else explains: it sells the same, or could
    /// trade with ours.
    static boolean explain(Denial denial) {
        return denial.code() == DenialCode.WASH_TRADE
                || denial.code().reaction() == Reaction.COMPARES;
    }

    /// After such a refusal of a close that the operator wants, cancels every order in its symbol.
    /// When that breaks, the close goes on all the same: it will be refused again.
    void clear(Closing closing, Denial denial, Instant at) {
        if (closing.rule() != ExitReason.KILL_SWITCH || !explain(denial)) {
            return;
        }
        try {
            books.openOrders(closing.account(), closing.instrument())
                    .forEach(order -> cancel(closing, order, at));
        } catch (RuntimeException broken) {
            LOG.error(
                    "orders in the way of {} not canceled", closing.instrument().symbol(), broken);
        }
    }

    private void cancel(Closing closing, OrderUpdate order, Instant at) {
        var answer = broker.cancel(closing.account(), order.brokerOrderId());
        LOG.warn("cancel of {}: {}", order.clientOrderId(), answer);
        alerts.raise(
                Alerts.Severity.WARNING,
                "cancelled-in-the-way %s %s".formatted(closing.account(), order.brokerOrderId()),
                Optional.of(closing.account()),
                "order %s in %s was in the way of %s and is cancelled"
                        .formatted(
                                order.clientOrderId(),
                                closing.instrument().symbol(),
                                closing.rule()),
                at);
    }
}
