package io.opspipeline.persistence.order;

import io.opspipeline.domain.order.Execution;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Table `order_events`. The unique key is what makes an event of the broker count once.
final class OrderEvents {

    private static final String OURS = "OURS";

    private final Database database;
    private final InstantSource clock;

    OrderEvents(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Stores news of the broker; false when it was stored before.
    boolean add(OrderUpdate update) {
        Event event =
                new Event(
                        update.clientOrderId().value(),
                        update.source().name(),
                        update.status().name(),
                        update.filledQuantity(),
                        update.execution().map(Execution::executionId),
                        update.reason().or(() -> update.execution().map(OrderEvents::terms)),
                        update.at());
        return add(event);
    }

    /// Stores what we did to an order.
    void add(Order order, Optional<String> detail, Instant at) {
        add(
                new Event(
                        order.id().value(),
                        OURS,
                        order.state().name(),
                        order.filledQuantity(),
                        Optional.empty(),
                        detail,
                        at));
    }

    private boolean add(Event event) {
        return database.jdbc()
                        .sql(
                                """
                                insert into order_events (client_order_id, source, status, filled_quantity,
                                    execution_id, detail, happened_at, recorded_at)
                                values (:order, :source, :status, :filled, :execution, :detail, :at, :now)
                                on conflict do nothing
                                """)
                        .param("order", event.order())
                        .param("source", event.source())
                        .param("status", event.status())
                        .param("filled", event.filled())
                        .param("execution", Bound.text(event.execution()))
                        .param("detail", Bound.text(event.detail()))
                        .param("at", Bound.at(event.at()))
                        .param("now", Bound.at(clock.instant()))
                        .update()
                == 1;
    }

    private static String terms(Execution execution) {
        return execution.quantity() + " at " + execution.price();
    }

    private record Event(
            String order,
            String source,
            String status,
            int filled,
            Optional<String> execution,
            Optional<String> detail,
            Instant at) {}
}
