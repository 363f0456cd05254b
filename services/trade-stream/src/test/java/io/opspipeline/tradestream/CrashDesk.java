package io.opspipeline.tradestream;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.AccountLimits;
import io.opspipeline.domain.account.AllowedActions;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.account.Tier;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.dispatch.ClaimedDispatch;
import io.opspipeline.domain.dispatch.EntryPlan;
import io.opspipeline.domain.gate.GateCode;
import io.opspipeline.domain.gate.GateVerdict;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.domain.signal.Signal;
import io.opspipeline.persistence.account.PostgresAccounts;
import io.opspipeline.persistence.dispatch.PostgresDispatches;
import io.opspipeline.persistence.signal.PostgresSignals;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javax.sql.DataSource;

/// Entries of four calls at noon in New York, each of an account of its own and brought to a state.
final class CrashDesk {

    static final Instant NOON = Line.NOON;
    static final int QUANTITY = 4;
    static final Price PRICE = Price.of("2.50");
    private static final Instant DAY_START = Instant.parse("2026-11-19T05:00:00Z");
    private static final Ticker NVDA = Ticker.of("NVDA");
    private static final Quote QUOTE = new Quote(Price.of("2.44"), PRICE, 20, 20);

    final DataSource source;
    final VirtualTime time = new VirtualTime(NOON);
    private final Database database;
    private final CrashStores stores;
    private final PostgresAccounts accounts;
    private final PostgresDispatches dispatches;
    private int cases;

    CrashDesk(DataSource source) {
        this.source = source;
        database = Database.over(source);
        stores = new CrashStores(source, time);
        accounts = new PostgresAccounts(database);
        dispatches = stores.dispatches();
        new PostgresSignals(database).store(List.of(signal()), NOON);
    }

    /// An order in a state.
    CrashCase order(OrderState state) {
        cases++;
        AccountId account = new AccountId("case" + cases);
        accounts.register(account(account), NOON);
        dispatches.fanOut(account, NOON);
        ClaimedDispatch dispatch =
                dispatches.claim(account, NOON, Duration.ofSeconds(90)).getFirst();
        Order order = order(account, dispatch.id());
        dispatches.reserve(
                account,
                plan(dispatch.id(), order.request().instrument()),
                List.of(),
                order,
                QUOTE,
                DAY_START,
                _ -> List.of(GateVerdict.of(GateCode.MAX_POSITIONS, true, 0, "< 5")),
                NOON);
        var made = new CrashCase(this, account, order.id());
        bring(made, state);
        return made;
    }

    /// What is stored of a case, one line.
    String stored(CrashCase which) {
        return database.jdbc()
                .sql(
                        """
                        select o.state || ' ' || o.filled_quantity
                          || ', fills ' || coalesce((select sum(f.quantity) from fills f
                                where f.client_order_id = o.client_order_id), 0)
                          || ', held ' || coalesce((select sum(p.bought_quantity - p.sold_quantity)
                                from active_positions p where p.account_id = o.account_id), 0)
                          || ', positions ' || (select count(*) from active_positions p
                                where p.account_id = o.account_id)
                          || ', orders ' || (select count(*) from orders a
                                where a.account_id = o.account_id)
                          || ', dispatch ' || (select d.status || ' ' || d.filled
                                from dispatch_executions d where d.account_id = o.account_id)
                        from orders o where o.client_order_id = :id
                        """)
                .param("id", which.id().value())
                .query(String.class)
                .single();
    }

    CrashStores stores() {
        return stores;
    }

    private void bring(CrashCase which, OrderState state) {
        switch (state) {
            case INTENT -> {}
            case IN_DOUBT -> doubt(which);
            case SUBMITTED -> which.tell(BrokerOrderStatus.WORKING, 0);
            case PARTIALLY_FILLED -> which.tell(BrokerOrderStatus.PARTIALLY_FILLED, 1);
            case PENDING_CANCEL -> which.tell(BrokerOrderStatus.PENDING_CANCEL, 0);
            case FILLED -> which.tell(BrokerOrderStatus.FILLED, QUANTITY);
            case CANCELED -> which.tell(BrokerOrderStatus.CANCELED, 0);
            case EXPIRED -> which.tell(BrokerOrderStatus.EXPIRED, 0);
            case REJECTED -> which.tell(BrokerOrderStatus.REJECTED, 0);
            case LOST -> {
                doubt(which);
                stores.ledger().lost(which.id(), NOON);
            }
        }
    }

    private void doubt(CrashCase which) {
        stores.ledger().doubted(which.id(), DenialCode.NO_ANSWER.says("time-out"), NOON);
    }

    private static Order order(AccountId account, long dispatch) {
        var request =
                new OrderRequest(
                        new ClientOrderId(account + ":NVDA:1:CALL:1"),
                        account,
                        Instrument.ofSymbol(Line.CALL),
                        Side.BUY,
                        QUANTITY,
                        Optional.of(PRICE));
        return Order.intent(request, new OrderPurpose.Entry(dispatch), 1, NOON);
    }

    private static EntryPlan plan(long dispatch, Instrument instrument) {
        return new EntryPlan(
                dispatch,
                instrument,
                QUANTITY,
                QUOTE.ask(),
                QUOTE.bid(),
                OptionalDouble.of(0.31),
                OptionalDouble.of(0.48));
    }

    private static Account account(AccountId id) {
        return new Account(
                id,
                "SIM-" + id,
                Strategy.SWING,
                Tier.LARGE,
                AllowedActions.OPTIONS_ONLY,
                Duration.ofMinutes(1),
                new AccountLimits(Money.of("500"), 5, 10, Money.of("10000")),
                true);
    }

    private static Signal signal() {
        return new Signal(
                NVDA,
                Action.BUY_CALL,
                new Confidence(0.7),
                new FeatureRow(
                        NVDA,
                        NOON.minus(Bar.LENGTH),
                        Price.of("100"),
                        OptionalDouble.of(99.8),
                        OptionalDouble.empty(),
                        OptionalDouble.of(2.5),
                        OptionalInt.of(1),
                        4,
                        OptionalDouble.of(0.002),
                        OptionalInt.of(1),
                        OptionalDouble.empty(),
                        OptionalDouble.of(0.001),
                        OptionalDouble.of(0.4),
                        OptionalDouble.of(61.5),
                        OptionalDouble.of(100.1)),
                Optional.empty(),
                "rule-1");
    }
}
