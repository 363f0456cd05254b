package io.opspipeline.local.spread;

import static io.opspipeline.local.spread.TradedWire.ACCOUNT;
import static io.opspipeline.local.spread.TradedWire.FRIDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.activity.BrokerActivity;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.NetPrice;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.PositionEffect;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.order.SpreadLeg;
import io.opspipeline.domain.order.SpreadRequest;
import io.opspipeline.domain.order.SpreadUpdate;
import io.opspipeline.exchange.venue.Faults;
import io.opspipeline.exchange.venue.SpreadView;
import io.opspipeline.ports.broker.CancelResult;
import io.opspipeline.ports.broker.DoNotExerciseResult;
import io.opspipeline.ports.broker.SpreadResult;
import io.opspipeline.ports.broker.SubmitResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Adapter and exchange share no code of the protocol; here they meet.
@Timeout(60)
class SpreadsOverTheWireTest {

    private static final LocalDate LATER = FRIDAY.plusWeeks(2);

    private static final Faults UNIT_BY_UNIT =
            new Faults() {
                @Override
                public int mostUnits(SpreadView spread) {
                    return 1;
                }
            };

    @Test
    @DisplayName("MLEG-PARTIAL-UNITS: 105 units come one by one; the history has three pages")
    void fillsUnitByUnit() {
        try (var wire = new TradedWire(UNIT_BY_UNIT)) {
            SpreadRequest spread = debit(wire, "s1", LATER, 105, BigDecimal.TWO);

            SpreadUpdate answer = accepted(wire.clients.orderEntry().submit(spread));
            SpreadUpdate told = wire.next();
            for (int unit = 1; unit <= 105; unit++) {
                told = wire.next();
                assertThat(told.filledUnits()).isEqualTo(unit);
                assertThat(told.legs())
                        .allMatch(leg -> leg.execution().orElseThrow().quantity() == 1);
                wire.step();
            }

            assertThat(answer.status()).isEqualTo(BrokerOrderStatus.PARTIALLY_FILLED);
            assertThat(told.status()).isEqualTo(BrokerOrderStatus.FILLED);
            assertThat(wire.clients.books().positions(ACCOUNT))
                    .extracting(BrokerPosition::quantity)
                    .containsExactly(105, -105);
            List<BrokerActivity> history =
                    wire.clients.activities().activitiesSince(ACCOUNT, wire.minute(0));
            assertThat(history)
                    .hasSize(210)
                    .doesNotHaveDuplicates()
                    .allMatch(BrokerActivity.Filled.class::isInstance);
            assertThat(((BrokerActivity.Filled) history.getLast()).leaves()).isZero();
        }
    }

    @Test
    @DisplayName("A-79: a spread in doubt is found by its name, and sent again is a duplicate")
    void findsAndCancels() {
        try (var wire = new TradedWire(Faults.none())) {
            var orders = wire.clients.orderEntry();
            SpreadRequest spread = debit(wire, "s1", LATER, 2, new BigDecimal("-2"));

            SpreadUpdate answer = accepted(orders.submit(spread));

            assertThat(orders.submit(spread)).isEqualTo(new SubmitResult.Duplicate());
            assertThat(wire.clients.spreads().openSpreads(ACCOUNT))
                    .extracting(SpreadUpdate::brokerOrderId)
                    .containsExactly(answer.brokerOrderId());
            assertThat(wire.clients.books().openOrders(ACCOUNT)).isEmpty();
            BrokerOrderId leg = answer.legs().getFirst().brokerOrderId();
            assertThat(orders.cancel(ACCOUNT, leg))
                    .isEqualTo(new CancelResult.AlreadyEnded("leg order is already in new state"));
            assertThat(orders.cancel(ACCOUNT, answer.brokerOrderId()))
                    .isEqualTo(new CancelResult.Accepted());
            assertThat(
                            wire.clients
                                    .spreads()
                                    .spreadByClientId(ACCOUNT, spread.clientOrderId())
                                    .orElseThrow()
                                    .status())
                    .isEqualTo(BrokerOrderStatus.CANCELED);
            assertThat(wire.clients.spreads().openSpreads(ACCOUNT)).isEmpty();
        }
    }

    @Test
    @DisplayName("403-UNCOVERED-INTENT: a naked short is refused, in the broker's words")
    void refusesANakedShort() {
        try (var wire = new TradedWire(Faults.none())) {
            SpreadRequest debit = debit(wire, "s1", LATER, 1, BigDecimal.ONE);
            SpreadLeg bought = debit.legs().getFirst();
            SpreadLeg sold = debit.legs().getLast();
            SpreadRequest naked =
                    new SpreadRequest(
                            debit.clientOrderId(),
                            ACCOUNT,
                            List.of(
                                    bought,
                                    new SpreadLeg(
                                            sold.contract(), Side.SELL, PositionEffect.OPEN, 2)),
                            1,
                            debit.limit());
            assertThat(wire.clients.orderEntry().submit(naked))
                    .isEqualTo(
                            new SubmitResult.Refused(
                                    DenialCode.UNCOVERED_OPTION,
                                    403,
                                    40310000,
                                    "account not eligible to trade uncovered option contracts"));
        }
    }

    @Test
    @DisplayName("expiry day: balances change at the close, the history tells on the next day")
    void livesThroughAnExpiry() {
        try (var wire = new TradedWire(Faults.none())) {
            accepted(
                    wire.clients.orderEntry().submit(debit(wire, "s1", FRIDAY, 1, BigDecimal.TWO)));
            OccSymbol kept = wire.calls(FRIDAY).getFirst();
            buy(wire, "deep", kept);
            assertThat(
                            wire.clients
                                    .orderEntry()
                                    .doNotExercise(ACCOUNT, wire.calls(LATER).getFirst()))
                    .isInstanceOf(DoNotExerciseResult.Refused.class);
            assertThat(wire.clients.orderEntry().doNotExercise(ACCOUNT, kept))
                    .isEqualTo(new DoNotExerciseResult.Accepted());

            wire.venue.advanceTo(wire.market.session().close());

            assertThat(wire.clients.books().positions(ACCOUNT)).isEmpty();
            assertThat(ends(wire)).isEmpty();

            wire.venue.advanceTo(wire.market.session().close().plus(Duration.ofHours(12)));

            assertThat(ends(wire)).hasSize(3).allMatch(SpreadsOverTheWireTest::isAnEnd);
            assertThat(ends(wire))
                    .allMatch(end -> end.line().date().equals(Optional.of(FRIDAY)))
                    .anyMatch(end ->
                            end instanceof BrokerActivity.Expired expired
                                    && expired.contract().equals(kept)
                                    && expired.change() == -1);
        }
    }

    private static boolean isAnEnd(BrokerActivity activity) {
        return activity instanceof BrokerActivity.Expired
                || activity instanceof BrokerActivity.CashSettled;
    }

    private static List<BrokerActivity> ends(TradedWire wire) {
        return wire.clients.activities().activitiesSince(ACCOUNT, wire.minute(0)).stream()
                .filter(activity -> !(activity instanceof BrokerActivity.Filled))
                .toList();
    }

    private static void buy(TradedWire wire, String name, OccSymbol contract) {
        SubmitResult bought =
                wire.clients
                        .orderEntry()
                        .submit(
                                new OrderRequest(
                                        new ClientOrderId(name),
                                        ACCOUNT,
                                        new Instrument.Option(contract),
                                        Side.BUY,
                                        1,
                                        Optional.of(new Price(wire.quote(contract).ask()))));
        assertThat(bought).isInstanceOf(SubmitResult.Accepted.class);
    }

    // Two neighbours near the middle of the chain, so much more than the touches cost.
    private static SpreadRequest debit(
            TradedWire wire, String name, LocalDate expiry, int units, BigDecimal more) {
        List<OccSymbol> calls = wire.calls(expiry);
        OccSymbol bought = calls.get(calls.size() / 2);
        OccSymbol sold = calls.get(calls.size() / 2 + 1);
        BigDecimal touches = wire.quote(bought).ask().subtract(wire.quote(sold).bid());
        return new SpreadRequest(
                new ClientOrderId(name),
                ACCOUNT,
                List.of(
                        new SpreadLeg(bought, Side.BUY, PositionEffect.OPEN, 1),
                        new SpreadLeg(sold, Side.SELL, PositionEffect.OPEN, 1)),
                units,
                new NetPrice(touches.add(more)));
    }

    private static SpreadUpdate accepted(SpreadResult result) {
        assertThat(result).isInstanceOf(SpreadResult.Accepted.class);
        return ((SpreadResult.Accepted) result).update();
    }
}
