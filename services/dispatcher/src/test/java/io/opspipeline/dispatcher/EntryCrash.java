package io.opspipeline.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.testkit.TestDatabase;
import io.opspipeline.testkit.crash.Died;
import io.opspipeline.testkit.crash.MortalClient;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// One entry of a dispatcher that dies, and of the one that follows it, over a database of its own.
final class EntryCrash implements AutoCloseable {

    private static final Price PRICE = Price.of("2.47");
    private static final int QUANTITY = 4;

    final EntryDesk desk;
    final MortalClient process;
    private final TestDatabase database;
    private final SingleConnectionDataSource connection;
    private Optional<EntryProcess> first = Optional.empty();

    EntryCrash() {
        database = TestDatabase.create();
        connection =
                new SingleConnectionDataSource(
                        database.url(), database.user(), database.password(), true);
        process = new MortalClient(connection);
        desk = new EntryDesk(process.dataSource());
    }

    /// The first process takes a signal; it may die over it.
    void enter() {
        var entering = new EntryProcess(desk);
        first = Optional.of(entering);
        desk.signal(EntryDesk.NVDA, Action.BUY_CALL);
        try {
            entering.run(EntryDesk.LARGE);
        } catch (Died _) {
            entering.die();
        }
    }

    /// Dies at the next commit from now on.
    void dieAt(MortalClient.Moment moment) {
        process.dieAtNextCommit(moment);
    }

    /// Dies now.
    Died die(String moment) {
        process.kill();
        return new Died(moment);
    }

    /// The broker takes the order, and brings it to a state; the trade-stream books what it tells.
    void tell(OrderRequest order, OrderState state) {
        desk.broker.accept(order);
        tell(state);
    }

    /// The broker brings the order to a state, and the trade-stream books what it tells.
    void tell(OrderState state) {
        BrokerOrder order = desk.broker.attempt(1);
        switch (state) {
            case INTENT -> {
                return;
            }
            case SUBMITTED -> {}
            case PARTIALLY_FILLED -> order.fill(1, PRICE);
            case FILLED -> order.fill(QUANTITY, PRICE);
            case PENDING_CANCEL -> order.become(BrokerOrderStatus.PENDING_CANCEL);
            case CANCELED -> order.become(BrokerOrderStatus.CANCELED);
            case EXPIRED -> order.become(BrokerOrderStatus.EXPIRED);
            case REJECTED -> order.become(BrokerOrderStatus.REJECTED);
            case IN_DOUBT, LOST ->
                    throw new IllegalArgumentException("no broker tells that an order is " + state);
        }
        desk.orders.apply(
                EntryDesk.LARGE, order.update(OrderUpdate.Source.STREAM, desk.time.instant()));
    }

    /// Everything that the order may still fill fills.
    void fillRest() {
        BrokerOrder order = desk.broker.attempt(1);
        order.fill(QUANTITY - order.filled(), PRICE);
    }

    /// A minute later a new process comes, and has time for all its look-ups.
    ///
    /// @return the state of the order, once all that must hold was seen to hold
    String recovered() {
        first.ifPresent(EntryProcess::die);
        process.restart();
        boolean isKnown = !desk.ordersStored().isEmpty();
        List<OrderRequest> sent = desk.broker.received();
        desk.until(70);
        desk.beat(EntryDesk.LARGE);
        new EntryProcess(desk).run(EntryDesk.LARGE);
        if (!isKnown) {
            assertThat(sent).as("nothing was sent that is not stored").isEmpty();
            assertThat(desk.broker.received()).as("the signal is taken anew").hasSize(1);
            return "none, taken anew";
        }
        desk.until(140);
        assertThat(desk.broker.received()).as("nothing is sent again").isEqualTo(sent);
        return end(sent.stream().findFirst().flatMap(this::inBooks));
    }

    private Optional<OrderUpdate> inBooks(OrderRequest order) {
        return desk.broker.orderByClientId(EntryDesk.LARGE, order.clientOrderId());
    }

    /// The order ends as the broker has it, its contracts are held once, and its entry has ended.
    private String end(Optional<OrderUpdate> truth) {
        int filled = truth.map(OrderUpdate::filledQuantity).orElse(0);
        String state = desk.texts("select state from orders").getFirst();
        assertThat(desk.ordersStored()).containsExactly("1 %s %d/4".formatted(state, filled));
        truth.ifPresentOrElse(
                books -> assertThat(state).isEqualTo(books.status().name()),
                () -> assertThat(state).isIn("LOST", "REJECTED", "CANCELED"));
        assertThat(
                        desk.texts(
                                """
                                select coalesce(sum(quantity), 0) from fills
                                union all
                                select coalesce(sum(bought_quantity - sold_quantity), 0)
                                from active_positions
                                """))
                .containsOnly("" + filled);
        assertThat(desk.dispatches.withoutWorkingOrder(EntryDesk.LARGE)).isEmpty();
        assertThat(desk.texts("select filled from dispatch_executions"))
                .containsExactly("" + filled);
        return state;
    }

    @Override
    public void close() {
        connection.destroy();
        database.close();
    }
}
