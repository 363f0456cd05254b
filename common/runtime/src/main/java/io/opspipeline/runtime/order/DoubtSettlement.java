package io.opspipeline.runtime.order;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out what became of an order whose answer could not be read: the broker is asked for its
/// client id, and only a clear "unknown" at the last look-up makes it lost.
public final class DoubtSettlement {

    private static final Logger LOG = LoggerFactory.getLogger(DoubtSettlement.class);

    private static final List<Duration> LOOK_UPS =
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(60));

    private final Stage stage;
    private final BrokerBooks books;
    private final OrderLedger ledger;
    private final Timers timers;
    private final Clock clock;
    private final Map<ClientOrderId, Search> searches = new ConcurrentHashMap<>();

    /// @param stage of whoever works the orders: the place of its timers
    public DoubtSettlement(
            Stage stage, BrokerBooks books, OrderLedger ledger, Timers timers, Clock clock) {
        this.stage = stage;
        this.books = books;
        this.ledger = ledger;
        this.timers = timers;
        this.clock = clock;
    }

    /// Asks until there is an answer. There is one search for an order: whoever asks again begins
    /// it anew, and whoever asked before hears nothing any more.
    ///
    /// @param then is given the order as it is once it is settled: found, or lost
    public void settle(Order order, Consumer<Order> then) {
        Search search = new Search(order, clock.instant(), 0, then);
        searches.put(order.id(), search);
        schedule(search);
    }

    /// True while an order is searched for.
    public boolean isSearching(Order order) {
        return searches.containsKey(order.id());
    }

    /// One search.
    ///
    /// @param order what is looked for
    /// @param since when the doubt began, UTC
    /// @param lookUp how many look-ups were made
    /// @param then takes the settled order
    private record Search(Order order, Instant since, int lookUp, Consumer<Order> then) {

        Search next() {
            return new Search(order, since, lookUp + 1, then);
        }

        boolean isLast() {
            return lookUp >= LOOK_UPS.size() - 1;
        }

        /// After the last look-up of the list, every minute until the broker answers.
        Instant due() {
            int beyond = Math.max(0, lookUp - (LOOK_UPS.size() - 1));
            Duration listed = LOOK_UPS.get(Math.min(lookUp, LOOK_UPS.size() - 1));
            return since.plus(listed).plus(Duration.ofMinutes(beyond));
        }
    }

    private void schedule(Search search) {
        AccountId account = search.order().request().account();
        TimerKey key = new TimerKey(stage, Optional.of(account), "doubt " + search.order().id());
        timers.at(search.due(), key, () -> lookUp(search));
    }

    private void lookUp(Search search) {
        if (search.equals(searches.get(search.order().id()))) {
            answer(search)
                    .ifPresentOrElse(settled -> end(search, settled), () -> lookUpAgain(search));
        }
    }

    private void lookUpAgain(Search search) {
        Search next = search.next();
        if (searches.replace(search.order().id(), search, next)) {
            schedule(next);
        }
    }

    private void end(Search search, Order settled) {
        if (searches.remove(settled.id(), search)) {
            search.then().accept(settled);
        }
    }

    /// The settled order; empty while nothing is known. Whatever breaks here, the search goes on:
    /// an order that nobody looks for stays in doubt for ever.
    private Optional<Order> answer(Search search) {
        Order order = search.order();
        AccountId account = order.request().account();
        try {
            Optional<OrderUpdate> known = books.orderByClientId(account, order.id());
            if (known.isEmpty() && !search.isLast()) {
                return Optional.empty();
            }
            known.ifPresentOrElse(update -> ledger.apply(account, update), () -> lose(order));
            return ledger.find(account, order.id());
        } catch (RuntimeException broken) {
            LOG.warn("{} is still in doubt", order.id(), broken);
            return Optional.empty();
        }
    }

    private void lose(Order order) {
        LOG.warn("{} never reached the broker", order.id());
        ledger.lost(order.id(), clock.instant());
    }
}
