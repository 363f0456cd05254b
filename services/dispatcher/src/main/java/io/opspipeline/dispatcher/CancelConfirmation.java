package io.opspipeline.dispatcher;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.order.Order;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.broker.OrderEntry;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Cancels an order and waits until the broker's books say that it has ended. An accepted cancel
/// proves nothing: the order may fill until then.
final class CancelConfirmation {

    private static final Logger LOG = LoggerFactory.getLogger(CancelConfirmation.class);

    private static final Duration FIRST_LOOK = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /// Looks after which a person is told; together about 20 seconds.
    private static final int PATIENCE = 12;

    private final OrderEntry broker;
    private final BrokerBooks books;
    private final OrderLedger ledger;
    private final Alerts alerts;
    private final Timers timers;
    private final Clock clock;

    CancelConfirmation(
            OrderEntry broker,
            BrokerBooks books,
            OrderLedger ledger,
            Alerts alerts,
            Timers timers,
            Clock clock) {
        this.broker = broker;
        this.books = books;
        this.ledger = ledger;
        this.alerts = alerts;
        this.timers = timers;
        this.clock = clock;
    }

    /// Cancels the order.
    ///
    /// @param order one that the broker has
    /// @param then is given the order once it has ended
    void cancel(Order order, Consumer<Order> then) {
        ask(order);
        look(order, 0, then);
    }

    private void ask(Order order) {
        var answer = broker.cancel(order.request().account(), order.brokerOrderId().orElseThrow());
        LOG.debug("cancel of {}: {}", order.id(), answer);
    }

    private void look(Order order, int looks, Consumer<Order> then) {
        Order now = current(order);
        if (!now.state().isWorking()) {
            then.accept(now);
            return;
        }
        if (looks == PATIENCE) {
            tell(order);
        }
        if (looks > 0 && looks % PATIENCE == 0) {
            ask(order);
        }
        schedule(order, looks, then);
    }

    /// What the stream brought, or else what the books say.
    private Order current(Order order) {
        AccountId account = order.request().account();
        Order stored = ledger.find(account, order.id()).orElseThrow();
        if (!stored.state().isWorking()) {
            return stored;
        }
        try {
            books.orderByClientId(account, order.id())
                    .ifPresent(update -> ledger.apply(account, update));
        } catch (BrokerUnavailable unavailable) {
            LOG.warn("cancel of {} not confirmed: {}", order.id(), unavailable.getMessage());
        }
        return ledger.find(account, order.id()).orElseThrow();
    }

    private void schedule(Order order, int looks, Consumer<Order> then) {
        Duration pause = FIRST_LOOK.multipliedBy(1L << Math.min(looks, 3));
        TimerKey key =
                new TimerKey(
                        Stage.DISPATCHER,
                        Optional.of(order.request().account()),
                        "cancel " + order.id());
        timers.at(
                clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause),
                key,
                () -> look(order, looks + 1, then));
    }

    private void tell(Order order) {
        alerts.raise(
                Alerts.Severity.CRITICAL,
                "cancel-stuck " + order.id(),
                Optional.of(order.request().account()),
                "the cancel of " + order.id() + " is not confirmed; asked again until it is",
                clock.instant());
    }
}
