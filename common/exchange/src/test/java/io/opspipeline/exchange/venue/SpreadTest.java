package io.opspipeline.exchange.venue;

import static io.opspipeline.exchange.venue.BoardMarket.CALL;
import static io.opspipeline.exchange.venue.BoardMarket.CALL_105;
import static io.opspipeline.exchange.venue.BoardMarket.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.order.Side;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SpreadTest {

    private static final String[] DEBIT = {"+1 " + CALL, "-1 " + CALL_105};
    private static final String[] CREDIT = {"-1 " + CALL, "+1 " + CALL_105};

    private final BoardMarket market =
            new BoardMarket()
                    .quote(STOCK, 0, "100.00", "100.02", 200)
                    .quote(CALL, 0, "2.00", "2.10")
                    .quote(CALL_105, 0, "0.80", "0.90");

    @Test
    @DisplayName("fills all legs together at the touches, never at the mid")
    void takesTheTouches() {
        Trader trader = trader(Faults.none());
        trader.spread("a", 2, "1.40", DEBIT);
        assertThat(trader.told()).containsExactly("new a", "fill a 2@1.30 [ 2@2.10=2,  2@0.80=-2]");
        assertThat(trader.held()).containsExactly("2 " + CALL, "-2 " + CALL_105);
        assertThat(trader.spread("a").averageNet()).contains(new BigDecimal("1.300000"));
    }

    @Test
    @DisplayName("a net limit at the mid never fills, however long it waits")
    void doesNotFillAtTheMid() {
        Trader trader = trader(Faults.none());
        trader.spread("a", 1, "1.20", DEBIT);
        assertThat(trader.at(3_600).told()).containsExactly("new a");
    }

    @Test
    @DisplayName("what waited fills at its own net limit when the touches have come to it")
    void waitsForItsLimit() {
        Trader trader = trader(Faults.none());
        trader.spread("a", 1, "1.20", DEBIT);
        market.quote(CALL, 60, "1.85", "1.95");
        assertThat(trader.at(60).told())
                .containsExactly("new a", "fill a 1@1.20 [ 1@2.00=1,  1@0.80=-1]");
    }

    @Test
    @DisplayName("a positive limit on a credit spread fills at once for the credit")
    void fillsACreditAtAPositiveLimit() {
        Trader trader = trader(Faults.none());
        trader.spread("a", 1, "0.10", CREDIT);
        assertThat(trader.told())
                .containsExactly("new a", "fill a 1@-1.10 [ 1@2.00=-1,  1@0.90=1]");
    }

    @Test
    @DisplayName("MLEG-PARTIAL-UNITS: the sizes shown bound the units; legs never part")
    void fillsInPartsOfWholeUnits() {
        market.quote(CALL_105, 0, "0.80", "0.90", 7);
        Trader trader = trader(Faults.none());
        trader.spread("a", 5, "1.30", "+1 " + CALL, "-1 " + CALL_105);
        trader.spread("b", 4, "1.30", "+1 " + CALL, "-1 " + CALL_105);
        assertThat(trader.told())
                .containsExactly(
                        "new a",
                        "fill a 5@1.30 [ 5@2.10=5,  5@0.80=-5]",
                        "new b",
                        "partial_fill b 2@1.30 [ 2@2.10=7,  2@0.80=-7]");
        assertThat(trader.at(5).told().getLast())
                .isEqualTo("fill b 2@1.30 [ 2@2.10=9,  2@0.80=-9]");
        checkCash(trader);
    }

    @Test
    @DisplayName("MLEG-PARTIAL-UNITS: as a switch, then cancelled as a whole")
    void fillsUnitByUnitWhenSwitched() {
        Trader trader =
                trader(
                        new Faults() {
                            @Override
                            public int mostUnits(SpreadView spread) {
                                return 1;
                            }
                        });
        trader.spread("a", 3, "1.30", DEBIT);
        trader.at(5).cancels("a").at(20);
        assertThat(trader.told())
                .containsExactly(
                        "new a",
                        "partial_fill a 1@1.30 [ 1@2.10=1,  1@0.80=-1]",
                        "partial_fill a 1@1.30 [ 1@2.10=2,  1@0.80=-2]",
                        "pending_cancel a",
                        "canceled a");
        assertThat(trader.view().reserved()).isEqualTo(Money.ZERO);
    }

    @Test
    @DisplayName("a credit spread needs its maximum theoretical loss, less the credit")
    void holdsTheMaximumLoss() {
        Trader trader = trader(Faults.none());
        trader.spread("a", 2, "-1.10", CREDIT);
        AccountView view = trader.view();
        Money fees = trader.books().fees();
        assertThat(view.collateral()).isEqualTo(Money.of("1000"));
        assertThat(view.cash()).isEqualTo(Money.of("10220").minus(fees));
        assertThat(view.buyingPower()).isEqualTo(Money.of("9220").minus(fees));
        assertThat(view.shortMarketValue()).isEqualTo(Money.of("-420"));
    }

    @Test
    @DisplayName("a debit spread needs nothing beyond what was paid")
    void needsNoCollateralForADebit() {
        Trader trader = trader(Faults.none());
        trader.spread("a", 2, "1.30", DEBIT);
        assertThat(trader.view().collateral()).isEqualTo(Money.ZERO);
        assertThat(trader.spread("b", 80, "1.40", DEBIT))
                .isInstanceOfSatisfying(
                        SpreadAnswer.Refused.class,
                        refused ->
                                assertThat(refused.refusal().reason())
                                        .isEqualTo(RefusalReason.INSUFFICIENT_BUYING_POWER));
    }

    @Test
    @DisplayName("a leg is not cancelled alone")
    void refusesToCancelALeg() {
        Trader trader = trader(Faults.none());
        trader.spread("a", 1, "1.20", DEBIT);
        String leg = trader.spread("a").legs().getFirst().id();
        assertThat(trader.venue().cancel(Trader.ACCOUNT, leg))
                .isEqualTo(
                        new CancelAnswer.Refused(
                                RefusalReason.ORDER_ENDED.says(
                                        "leg order is already in new state")));
    }

    @Test
    @DisplayName("403-UNCOVERED-INTENT: the short leg is closed before the long one")
    void closesTheShortLegFirst() {
        Trader trader = trader(Faults.none());
        trader.spread("a", 1, "1.30", DEBIT);
        assertThat(trader.send(Trader.limit("long", Side.SELL, CALL, "1", "1.00")))
                .isEqualTo(new SubmitAnswer.Refused(HoldingChecks.uncovered()));
        trader.buys("short", CALL_105, 1, "0.90").sells("long", CALL, 1, "1.00");
        assertThat(trader.held()).isEmpty();
        assertThat(trader.order("short").intent()).isEqualTo(PositionIntent.BUY_TO_CLOSE);
        checkCash(trader);
    }

    @Test
    @DisplayName("closes both legs at once")
    void closesAsASpread() {
        Trader trader = trader(Faults.none());
        trader.spread("a", 2, "-1.10", CREDIT);
        trader.spread("b", 2, "1.30", "+1 " + CALL + " x", "-1 " + CALL_105 + " x");
        assertThat(trader.held()).isEmpty();
        assertThat(trader.view().collateral()).isEqualTo(Money.ZERO);
        checkCash(trader);
    }

    @Test
    @DisplayName("DAY-ORDER-EXPIRED-AT-CLOSE: a spread too")
    void expiresAtTheClose() {
        Trader trader = trader(Faults.none());
        trader.spread("a", 1, "1.20", DEBIT);
        assertThat(trader.atClose().told()).containsExactly("new a", "expired a");
    }

    @Test
    @DisplayName("EARLY-ASSIGNMENT: shares appear at the strike, and no event tells of it")
    void isAssignedEarly() {
        Trader trader = trader(Faults.none());
        trader.spread("a", 1, "-1.10", CREDIT);
        Money before = trader.view().cash();
        int told = trader.told().size();
        trader.venue().assign(Trader.ACCOUNT, OccSymbol.parse(CALL), 1);
        assertThat(trader.told()).hasSize(told);
        assertThat(trader.held()).containsExactly("-100 " + STOCK, "1 " + CALL_105);
        assertThat(trader.view().cash()).isEqualTo(before.plus(Money.of("10000")));
        assertThat(trader.history().subList(2, 4))
                .containsExactly("OPASN 1 " + CALL + " 0.00", "OPTRD -100 " + STOCK + " 10000.00");
        trader.buys("cover", STOCK, 100, "100.02");
        assertThat(trader.held()).containsExactly("1 " + CALL_105);
        checkCash(trader);
    }

    @Test
    @DisplayName("a long that covers a short cannot be exercised from under it")
    void keepsTheCover() {
        market.quote(STOCK, 5, "120.00", "120.02");
        Trader trader = trader(Faults.none());
        trader.spread("a", 1, "-1.10", CREDIT);
        trader.at(5);
        assertThat(trader.venue().exercise(Trader.ACCOUNT, CALL_105))
                .isInstanceOf(ExerciseAnswer.Refused.class);
        assertThat(trader.venue().exercise(Trader.ACCOUNT, CALL))
                .isEqualTo(
                        new ExerciseAnswer.Refused(
                                RefusalReason.SHORT_POSITION.says(
                                        "cannot exercise short position")));
    }

    private Trader trader(Faults faults) {
        return Trader.ofSpreads(market, Trader.settings(0, 0), faults);
    }

    private static void checkCash(Trader trader) {
        assertThat(trader.books().expectedCash()).isEqualTo(trader.view().cash());
    }
}
