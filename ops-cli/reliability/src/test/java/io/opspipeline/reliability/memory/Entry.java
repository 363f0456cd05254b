package io.opspipeline.reliability.memory;

import static io.opspipeline.reliability.memory.Scene.DAY_START;
import static io.opspipeline.reliability.memory.Scene.TEN;

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
record Entry(Scene scene, ClaimedDispatch dispatch) {

    static final Quote QUOTE = new Quote(Price.of("2.40"), Price.of("2.50"), 20, 20);

    /// Passes whatever is used.
    static final Function<LimitUsage, List<GateVerdict>> OPEN = below(Integer.MAX_VALUE);

    private static final int CONTRACTS = 2;

    /// Passes while less than this is at work.
    static Function<LimitUsage, List<GateVerdict>> below(int most) {
        return usage -> {
            int working = usage.working().size();
            return List.of(
                    GateVerdict.of(GateCode.MAX_POSITIONS, working < most, working, "< " + most));
        };
    }

    List<GateVerdict> reserve(Function<LimitUsage, List<GateVerdict>> recheck) {
        return reserve(order(1), recheck);
    }

    List<GateVerdict> reserve(Order first, Function<LimitUsage, List<GateVerdict>> recheck) {
        return reserve(account(), first, recheck);
    }

    List<GateVerdict> reserve(
            AccountId owner, Order first, Function<LimitUsage, List<GateVerdict>> recheck) {
        return scene.stores()
                .dispatches()
                .reserve(owner, plan(), List.of(), first, QUOTE, DAY_START, recheck, TEN);
    }

    long dispatchId() {
        return dispatch.id();
    }

    AccountId account() {
        return dispatch.account();
    }

    Instrument call() {
        return Instrument.ofSymbol(ticker() + "261211C00100000");
    }

    EntryPlan plan() {
        return new EntryPlan(
                dispatchId(),
                call(),
                CONTRACTS,
                QUOTE.ask(),
                QUOTE.bid(),
                OptionalDouble.of(0.31),
                OptionalDouble.of(0.48));
    }

    ClientOrderId id(int attempt) {
        return ClientOrderId.entry(
                account(),
                ticker(),
                dispatch.signal().signal().features().barStart(),
                call().type(),
                attempt);
    }

    Order order(int attempt) {
        return order(attempt, CONTRACTS);
    }

    Order order(int attempt, int quantity) {
        return order(id(attempt), call(), attempt, quantity);
    }

    Order order(ClientOrderId id, Instrument instrument, int attempt, int quantity) {
        OrderRequest request =
                new OrderRequest(
                        id,
                        account(),
                        instrument,
                        Side.BUY,
                        quantity,
                        Optional.of(Price.of("2.45")));
        return Order.intent(
                request,
                new OrderPurpose.Entry(dispatchId()),
                attempt,
                TEN.plusSeconds(5L * (attempt - 1)));
    }

    void commit(Order order) {
        scene.stores().ledger().commitIntent(order, Optional.of(QUOTE));
    }

    /// The order of an attempt as it is stored.
    Order stored(int attempt) {
        return scene.stores().ledger().find(account(), id(attempt)).orElseThrow();
    }

    /// What the stream says of an attempt.
    OrderChange news(
            int attempt, BrokerOrderStatus status, int filled, String average, Instant at) {
        return scene.stores()
                .ledger()
                .apply(account(), update(id(attempt), status, filled, average, at))
                .orElseThrow();
    }

    static OrderUpdate update(
            ClientOrderId id, BrokerOrderStatus status, int filled, String average, Instant at) {
        return new OrderUpdate(
                id,
                new BrokerOrderId("broker " + id),
                status,
                filled,
                filled == 0 ? Optional.empty() : Optional.of(Price.of(average)),
                Optional.empty(),
                at,
                OrderUpdate.Source.STREAM,
                Optional.empty());
    }

    private Ticker ticker() {
        return dispatch.signal().signal().ticker();
    }
}
