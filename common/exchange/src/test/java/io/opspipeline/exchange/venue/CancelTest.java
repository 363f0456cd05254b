package io.opspipeline.exchange.venue;

import static io.opspipeline.exchange.venue.BoardMarket.CALL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CancelTest {

    private final BoardMarket market = new BoardMarket().quote(CALL, 0, "2.00", "2.10");

    @Test
    void mostCancelsAreDoneAtOnce() {
        Trader trader = Trader.on(market).buys("a", CALL, 1, "2.00").cancels("a");
        assertThat(trader.told()).containsExactly("new a", "pending_cancel a", "canceled a");
        assertThat(trader.order("a").canceledAt()).contains(BoardMarket.second(1));
    }

    @Test
    void aSlowCancelIsDoneAtTheNextStep() {
        Trader trader = slow().buys("a", CALL, 1, "2.00").cancels("a");
        assertThat(trader.order("a").status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        trader.at(5);
        assertThat(trader.told()).containsExactly("new a", "pending_cancel a", "canceled a");
    }

    @Test
    void anOrderMayFillWhileItsCancelIsPending() {
        market.quote(CALL, 5, "1.90", "1.95");
        Trader trader = slow().buys("a", CALL, 1, "2.00").cancels("a").at(5);
        assertThat(trader.told()).containsExactly("new a", "pending_cancel a", "fill a 1@2.00=1");
    }

    @Test
    void aPartMayFillBeforeTheCancel() {
        market.quote(CALL, 5, "1.90", "1.95", 4);
        Trader trader = slow().buys("a", CALL, 6, "2.00").cancels("a").at(5);
        assertThat(trader.told())
                .containsExactly(
                        "new a", "pending_cancel a", "partial_fill a 4@2.00=4", "canceled a");
        assertThat(trader.order("a").filledQuantity()).isEqualTo(4);
    }

    @Test
    void cancelingTwiceIsTakenAndToldOnce() {
        Trader trader = slow().buys("a", CALL, 1, "2.00").cancels("a").cancels("a").at(5);
        assertThat(trader.told()).containsExactly("new a", "pending_cancel a", "canceled a");
    }

    @Test
    void aFilledOrderCannotBeCanceled() {
        Trader trader = Trader.on(market).buys("a", CALL, 1, "2.10");
        assertThat(trader.venue().cancel(Trader.ACCOUNT, trader.order("a").id()))
                .isEqualTo(
                        new CancelAnswer.Refused(
                                RefusalReason.ORDER_ENDED.says(
                                        "order is already in \"filled\" state")));
    }

    @Test
    void anotherAccountsOrderIsUnknown() {
        Trader trader = Trader.on(market).buys("a", CALL, 1, "2.00");
        String id = trader.order("a").id();
        assertThat(trader.venue().cancel(Trader.OTHER, id))
                .isEqualTo(
                        new CancelAnswer.Refused(
                                RefusalReason.ORDER_NOT_FOUND.says("order not found for " + id)));
        assertThat(trader.venue().order(Trader.OTHER, id)).isEmpty();
    }

    private Trader slow() {
        return Trader.on(market, Trader.settings(0, 1), Faults.none());
    }
}
