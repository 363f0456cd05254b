package io.opspipeline.runtime.order;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.CancelResult;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Cancels an order and waits until the broker's books say that it has ended. An accepted cancel
/// proves nothing: the order may fill until then, and a broker that took the request may not carry
/// it out (`order_cancel_rejected`; 422 says only that the order cannot be cancelled now). So it is
/// asked for again while the books show an order that works on.
public final class CancelConfirmation {

    private static final Logger LOG = LoggerFactory.getLogger(CancelConfirmation.class);

    private static final Duration FIRST_LOOK = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /// The look from which on the books are believed to know of the cancel: 0.75 s after it.
    private static final int KNOWN_TO_BOOKS = 2;

    /// Looks after which a person is told; together about 20 seconds.
    private static final int PATIENCE = 12;

    private final Stage stage;
    private final Cancels broker;
    private final BrokerBooks books;
    private final OrderLedger ledger;
    private final Alerts alerts;
    private final Timers timers;
    private final Clock clock;
    private final Map<ClientOrderId, Wait> waits = new ConcurrentHashMap<>();

    /// @param stage of whoever works the orders: the place of its timers
    public CancelConfirmation(
            Stage stage,
            Cancels broker,
            BrokerBooks books,
            OrderLedger ledger,
            Alerts alerts,
            Timers timers,
            Clock clock) {
        this.stage = stage;
        this.broker = broker;
        this.books = books;
        this.ledger = ledger;
        this.alerts = alerts;
        this.timers = timers;
        this.clock = clock;
    }

    /// The one thing of order entry that is needed here.
    @FunctionalInterface
    public interface Cancels {

        /// Asks to cancel an order. An accepted cancel is a request: the order may still fill.
        CancelResult cancel(AccountId account, BrokerOrderId order);
    }

    /// Cancels the order. There is one wait for an order: whoever asks again takes the place of
    /// whoever asked before, who hears nothing any more.
    ///
    /// @param order one that the broker has
    /// @param then is given the order once it has ended
    public void cancel(Order order, Consumer<Order> then) {
        Wait wait = new Wait(order, 0, ask(order), then);
        waits.put(order.id(), wait);
        look(wait);
    }

    /// A cancel on its way.
    ///
    /// @param order what is cancelled
    /// @param looks how often the books were read
    /// @param answer what the broker said to the last request
    /// @param then takes the ended order
    private record Wait(Order order, int looks, CancelResult answer, Consumer<Order> then) {

        boolean mustAskAgain(Sight.Open seen) {
            return looks > 0
                    && (!isHeard()
                            || looks % PATIENCE == 0
                            || (looks >= KNOWN_TO_BOOKS && seen.worksOn()));
        }

        private boolean isHeard() {
            return switch (answer) {
                case CancelResult.Accepted _, CancelResult.AlreadyEnded _ -> true;
                case CancelResult.Unknown _, CancelResult.InDoubt _ -> false;
            };
        }

        Wait next(CancelResult newest) {
            return new Wait(order, looks + 1, newest, then);
        }

        Duration pause() {
            Duration pause = FIRST_LOOK.multipliedBy(1L << Math.min(looks, 3));
            return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        }
    }

    /// What is known of an order whose end we wait for.
    private sealed interface Sight {

        /// It has ended.
        ///
        /// @param order as it ended
        record Ended(Order order) implements Sight {}

        /// It may still fill, or nothing can be read.
        ///
        /// @param worksOn the books show it as if nobody had asked for its end
        record Open(boolean worksOn) implements Sight {}
    }

    private CancelResult ask(Order order) {
        var answer = broker.cancel(order.request().account(), order.brokerOrderId().orElseThrow());
        LOG.debug("cancel of {}: {}", order.id(), answer);
        return answer;
    }

    private void lookIfWaiting(Wait wait) {
        if (wait.equals(waits.get(wait.order().id()))) {
            look(wait);
        }
    }

    private void look(Wait wait) {
        switch (sight(wait.order())) {
            case Sight.Ended(var order) -> end(wait, order);
            case Sight.Open open -> goOn(wait, open);
        }
    }

    private void goOn(Wait wait, Sight.Open seen) {
        if (wait.looks() == PATIENCE) {
            tell(wait);
        }
        Wait next = wait.next(wait.mustAskAgain(seen) ? askAgain(wait) : wait.answer());
        if (waits.replace(wait.order().id(), wait, next)) {
            lookAgain(next, wait.pause());
        }
    }

    private void end(Wait wait, Order ended) {
        if (waits.remove(ended.id(), wait)) {
            wait.then().accept(ended);
        }
    }

    /// What breaks here does not keep the order from being looked at again.
    private CancelResult askAgain(Wait wait) {
        try {
            return ask(wait.order());
        } catch (RuntimeException broken) {
            LOG.warn("cancel of {} could not be asked for again", wait.order().id(), broken);
            return wait.answer();
        }
    }

    /// What the stream brought, or else what the books say. Whatever breaks here, the order is
    /// looked at again.
    private Sight sight(Order order) {
        try {
            return stored(order).<Sight>map(Sight.Ended::new).orElseGet(() -> inBooks(order));
        } catch (RuntimeException broken) {
            LOG.warn("cancel of {} is not confirmed", order.id(), broken);
            return new Sight.Open(false);
        }
    }

    private Sight inBooks(Order order) {
        AccountId account = order.request().account();
        Optional<OrderUpdate> known = books.orderByClientId(account, order.id());
        known.ifPresent(update -> ledger.apply(account, update));
        boolean worksOn =
                known.map(OrderUpdate::status).filter(CancelConfirmation::worksOn).isPresent();
        return stored(order).<Sight>map(Sight.Ended::new).orElseGet(() -> new Sight.Open(worksOn));
    }

    private static boolean worksOn(BrokerOrderStatus status) {
        return switch (status) {
            case PENDING, WORKING, PARTIALLY_FILLED -> true;
            case SUSPENDED, DONE_FOR_DAY, PENDING_CANCEL -> false;
            case FILLED, CANCELED, EXPIRED, REJECTED, UNKNOWN -> false;
        };
    }

    private Optional<Order> stored(Order order) {
        return ledger.find(order.request().account(), order.id())
                .filter(now -> !now.state().isWorking());
    }

    private void lookAgain(Wait wait, Duration pause) {
        TimerKey key =
                new TimerKey(
                        stage,
                        Optional.of(wait.order().request().account()),
                        "cancel " + wait.order().id());
        timers.at(clock.instant().plus(pause), key, () -> lookIfWaiting(wait));
    }

    private static String said(CancelResult answer) {
        return answer.denial().map(Denial::toString).orElse("the broker took it");
    }

    /// A person who cannot be told must not keep the order from being looked at again.
    private void tell(Wait wait) {
        Order order = wait.order();
        try {
            alerts.raise(
                    Alerts.Severity.CRITICAL,
                    "cancel-stuck " + order.id(),
                    Optional.of(order.request().account()),
                    "the cancel of %s is not confirmed (%s); asked again until it is"
                            .formatted(order.id(), said(wait.answer())),
                    clock.instant());
        } catch (RuntimeException untold) {
            LOG.error("stuck cancel of {} not told", order.id(), untold);
        }
    }
}
