package io.opspipeline.reliability.world;

import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.venue.OrderView;
import io.opspipeline.local.day.InvariantChecks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What must hold in a world, asked while it runs: of the database, and of the database and the
/// orders that the exchange has at work.
public final class Invariants {

    private final World world;
    private final JdbcClient database;
    private final InvariantChecks checks;
    private final List<String> broken = new ArrayList<>();

    /// @param world looked at from now on
    public Invariants(World world) {
        this.world = world;
        database = JdbcClient.create(world.database().pool());
        checks = new InvariantChecks(world.database().pool(), world.venue()::books);
    }

    /// Runs the world until an instant. What must hold at every moment is asked after every step in
    /// which a process has changed accounts, entries, orders or positions, until the first that
    /// breaks something: what follows from that tells nothing.
    public void runUntil(Instant end) {
        world.runUntil(end, this::ask);
    }

    /// What does not hold now, one line each, nothing of it being under way.
    public List<String> brokenWhenQuiet() {
        return checks.broken(InvariantChecks.When.QUIET);
    }

    /// What did not hold at some moment until now, each with its time, UTC.
    public List<String> broken() {
        return List.copyOf(broken);
    }

    private void ask() {
        if (broken.isEmpty()) {
            List<OrderView> orders = ours();
            Stream.of(
                            checks.broken(InvariantChecks.When.ALWAYS).stream(),
                            doubled(orders),
                            rivals(orders),
                            ended(orders))
                    .flatMap(found -> found)
                    .map(line -> world.time().instant() + " " + line)
                    .forEach(broken::add);
        }
    }

    private static Stream<String> doubled(List<OrderView> orders) {
        return orders.stream()
                .filter(order -> order.side() == Side.BUY)
                .collect(Collectors.groupingBy(order -> Stakes.entryOf(order.clientOrderId())))
                .entrySet()
                .stream()
                .filter(entry -> Stakes.isDoubled(entry.getValue()))
                .map(entry -> "no entry can buy more than was wanted: " + entry.getKey());
    }

    private static Stream<String> rivals(List<OrderView> orders) {
        return orders.stream()
                .filter(Invariants::works)
                .collect(
                        Collectors.groupingBy(
                                order ->
                                        "%s %s %s"
                                                .formatted(
                                                        order.account(),
                                                        order.instrument().symbol(),
                                                        order.side()),
                                Collectors.counting()))
                .entrySet()
                .stream()
                .filter(each -> each.getValue() > 1)
                .map(each ->
                        "one order works at the exchange per account, symbol and side: "
                                + each.getKey());
    }

    private Stream<String> ended(List<OrderView> orders) {
        List<String> working =
                orders.stream().filter(Invariants::works).map(OrderView::clientOrderId).toList();
        return working.isEmpty()
                ? Stream.empty()
                : database
                        .sql(
                                """
                                select 'what works at the exchange has not ended here: '
                                    || client_order_id || ' ' || state
                                from orders
                                where ended_at is not null and client_order_id in (:working)
                                """)
                        .param("working", working)
                        .query(String.class)
                        .list()
                        .stream();
    }

    private static boolean works(OrderView order) {
        return !order.status().isTerminal();
    }

    /// Those of somebody else are named otherwise.
    private List<OrderView> ours() {
        return world.venue().accounts().stream()
                .flatMap(account -> world.venue().orders(account).stream())
                .filter(order -> order.clientOrderId().startsWith(order.account() + ":"))
                .toList();
    }
}
