package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.position.AdoptedPosition;
import io.opspipeline.persistence.account.PostgresAccounts;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.runtime.time.VirtualTime;
import io.opspipeline.testkit.crash.Died;
import io.opspipeline.testkit.crash.MortalClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// Four calls below their stop, the position-manager that dies while it sells them, and the one
/// that follows it, in an account of their own. The first order goes out at 5 s, the next one of
/// the ladder at 8 s.
final class CloseCrash {

    static final TimerKey FIRST = new TimerKey(Stage.MARKET, Optional.empty(), "test");
    private static final int QUANTITY = 4;
    private static final int RESTART = 90;
    private static final int LONG_ENOUGH = 200;

    final CrashBroker broker;
    final MortalClient process;
    private final VirtualTime time = new VirtualTime(Desk.NOON);
    private final FakeMarket market = new FakeMarket(time);
    private final AccountId account;
    private final DataSource source;
    private final Database rows;
    private final CloseProcess first;

    CloseCrash(DataSource source, Account row) {
        this.source = source;
        account = row.id();
        rows = Database.over(source);
        broker = new CrashBroker(time);
        process = new MortalClient(source);
        new PostgresAccounts(rows).register(row, Desk.NOON);
        CloseProcess.positions(rows)
                .adopt(
                        account,
                        new AdoptedPosition(
                                Instrument.ofSymbol(Desk.CALL),
                                QUANTITY,
                                Price.of("2.00"),
                                row.strategy(),
                                Optional.empty()),
                        Desk.NOON.minus(Duration.ofHours(1)));
        market.quote(Desk.CALL, "1.40", "1.48");
        first = new CloseProcess(process, account, time, broker, market);
        first.run();
    }

    /// The first process evaluates now.
    void run() {
        first.run();
    }

    /// Lets time pass to so many seconds after the start.
    void until(int seconds) {
        time.runUntil(Desk.NOON.plusSeconds(seconds));
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

    /// A rule that goes before the stop: the operator has everything closed.
    void flatten() {
        new PostgresAccounts(rows)
                .changeTradingState(
                        account,
                        TradingState.HALTED,
                        "FLATTEN by operator",
                        Optional.empty(),
                        time.instant());
    }

    /// Everything that the first order may still fill fills.
    void fillRest() {
        broker.fill(order(), QUANTITY);
    }

    /// The first order of the close.
    private ClientOrderId order() {
        return broker.received().getFirst();
    }

    /// The broker takes the order, and brings it to a state; the trade-stream books what it tells.
    void tell(OrderRequest order, OrderState state) {
        broker.accept(order);
        tell(state);
    }

    /// The broker brings the first order to a state, and the trade-stream books what it tells.
    void tell(OrderState state) {
        switch (state) {
            case INTENT -> {
                return;
            }
            case SUBMITTED -> {}
            case PARTIALLY_FILLED -> broker.fill(order(), 1);
            case FILLED -> broker.fill(order(), QUANTITY);
            case PENDING_CANCEL -> broker.become(order(), BrokerOrderStatus.PENDING_CANCEL);
            case CANCELED -> broker.become(order(), BrokerOrderStatus.CANCELED);
            case EXPIRED -> broker.become(order(), BrokerOrderStatus.EXPIRED);
            case REJECTED -> broker.become(order(), BrokerOrderStatus.REJECTED);
            case IN_DOUBT, LOST ->
                    throw new IllegalArgumentException("no broker tells that an order is " + state);
        }
        CloseProcess.ledger(rows, time)
                .apply(account, broker.news(order(), OrderUpdate.Source.STREAM));
    }

    /// Later a new process comes, has time for all its look-ups, and finds buyers.
    ///
    /// @param what happened, for who reads that it ended otherwise
    /// @return the state of every order that the first one stored, once all that must hold was seen
    ///   to hold
    String recovered(String what) {
        List<String> stored = names();
        List<ClientOrderId> sent = broker.received();
        until(RESTART);
        broker.buy();
        new CloseProcess(new MortalClient(source), account, time, broker, market).run();
        until(RESTART + LONG_ENOUGH);

        List<ClientOrderId> sentLater =
                broker.received().subList(sent.size(), broker.received().size());
        assertThat(sentLater).as("%s: nothing is sent again", what).noneMatch(sent::contains);
        assertThat(sentLater).doesNotHaveDuplicates();
        assertThat(broker.mostAtWork()).as("%s: orders at work", what).isLessThanOrEqualTo(1);
        assertThat(broker.sold()).as("%s: sold once", what).isEqualTo(QUANTITY);
        agrees(what);
        return stored.isEmpty()
                ? "none, begun anew"
                : String.join(", then ", stored.stream().map(this::state).toList());
    }

    /// The ledger says what the broker's books say, and the position has ended with one outcome.
    private void agrees(String what) {
        for (String name : names()) {
            Optional<OrderUpdate> books = broker.orderByClientId(account, new ClientOrderId(name));
            assertThat(state(name))
                    .as(what)
                    .isIn(
                            books.map(now -> List.of(now.status().name()))
                                    .orElse(List.of("LOST", "REJECTED", "CANCELED")));
            assertThat(texts("select filled_quantity from orders where client_order_id = ?", name))
                    .containsExactly("" + books.map(OrderUpdate::filledQuantity).orElse(0));
        }
        assertThat(mine("select sum(quantity) from fills where account_id = ?"))
                .as(what)
                .containsExactly("" + QUANTITY);
        assertThat(
                        mine(
                                """
                                select state || ' ' || bought_quantity || ' ' || sold_quantity
                                from active_positions where account_id = ?
                                """))
                .containsExactly("CLOSED %d %1$d".formatted(QUANTITY));
        assertThat(mine("select count(*) from outcomes where account_id = ?"))
                .as(what)
                .containsExactly("1");
    }

    private List<String> names() {
        return mine(
                """
                select client_order_id from orders where account_id = ?
                order by created_at, client_order_id
                """);
    }

    private String state(String name) {
        return texts("select state from orders where client_order_id = ?", name).getFirst();
    }

    private List<String> mine(String sql) {
        return texts(sql, account.value());
    }

    private List<String> texts(String sql, String value) {
        return rows.jdbc()
                .sql(sql)
                .param(value)
                .query((rs, _) -> String.valueOf(rs.getString(1)))
                .list();
    }
}
