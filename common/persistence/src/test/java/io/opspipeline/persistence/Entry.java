package io.opspipeline.persistence;

import static io.opspipeline.persistence.Scene.DAY_START;
import static io.opspipeline.persistence.Scene.TEN;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.dispatch.ClaimedDispatch;
import io.opspipeline.domain.dispatch.EntryPlan;
import io.opspipeline.domain.dispatch.LimitUsage;
import io.opspipeline.domain.gate.GateCode;
import io.opspipeline.domain.gate.GateVerdict;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Execution;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderChange;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.order.Side;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// An entry of two calls at 2.50, and what the broker says of its orders.
public record Entry(Scene scene, ClaimedDispatch dispatch, Instrument instrument, int contracts) {

    public static final Quote QUOTE = new Quote(Price.of("2.40"), Price.of("2.50"), 20, 20);

    /// Passes whatever is used.
    public static final Function<LimitUsage, List<GateVerdict>> OPEN =
            _ -> List.of(GateVerdict.of(GateCode.MAX_POSITIONS, true, 0, "< 5"));

    public static Entry of(Scene scene, ClaimedDispatch dispatch) {
        return new Entry(scene, dispatch, Scene.call(ticker(dispatch)), 2);
    }

    /// An entry of an account that is reserved and whose first order is committed.
    public static Entry reserved(Scene scene, AccountId account, Ticker ticker) {
        Entry entry = of(scene, scene.claimed(account, ticker));
        entry.reserve(OPEN);
        return entry;
    }

    /// A position of two calls bought at an average price.
    public static long held(Scene scene, AccountId account, Ticker ticker) {
        Entry entry = reserved(scene, account, ticker);
        entry.news(1, BrokerOrderStatus.FILLED, 2, "2.50", TEN.plusSeconds(1));
        return scene.positions.held(account).stream()
                .filter(each -> each.position().instrument().ticker().equals(ticker))
                .findFirst()
                .orElseThrow()
                .id();
    }

    public List<GateVerdict> reserve(Function<LimitUsage, List<GateVerdict>> recheck) {
        return scene.dispatches.reserve(
                dispatch.account(), plan(), List.of(), order(1), QUOTE, DAY_START, recheck, TEN);
    }

    public EntryPlan plan() {
        return new EntryPlan(
                dispatch.id(),
                instrument,
                contracts,
                QUOTE.ask(),
                QUOTE.bid(),
                OptionalDouble.of(0.31),
                OptionalDouble.of(0.48));
    }

    public Order order(int attempt) {
        return order(attempt, contracts);
    }

    public Order order(int attempt, int quantity) {
        OrderRequest request =
                new OrderRequest(
                        id(attempt),
                        dispatch.account(),
                        instrument,
                        Side.BUY,
                        quantity,
                        Optional.of(Price.of("2.45")));
        return Order.intent(
                request,
                new OrderPurpose.Entry(dispatch.id()),
                attempt,
                TEN.plusSeconds(5L * (attempt - 1)));
    }

    public ClientOrderId id(int attempt) {
        return ClientOrderId.entry(
                dispatch.account(),
                ticker(dispatch),
                dispatch.signal().signal().features().barStart(),
                instrument.type(),
                attempt);
    }

    /// What the stream says of an attempt.
    public OrderChange news(
            int attempt, BrokerOrderStatus status, int filled, String average, Instant at) {
        OrderUpdate update = update(id(attempt), status, filled, average, Optional.empty(), at);
        return scene.orders.apply(dispatch.account(), update).orElseThrow();
    }

    public static OrderUpdate update(
            ClientOrderId id,
            BrokerOrderStatus status,
            int filled,
            String average,
            Optional<Execution> execution,
            Instant at) {
        return new OrderUpdate(
                id,
                new BrokerOrderId("broker " + id),
                status,
                filled,
                filled == 0 ? Optional.empty() : Optional.of(Price.of(average)),
                execution,
                at,
                OrderUpdate.Source.STREAM,
                Optional.empty());
    }

    private static Ticker ticker(ClaimedDispatch dispatch) {
        return dispatch.signal().signal().ticker();
    }
}
