package io.opspipeline.exchange.venue;

import static io.opspipeline.exchange.venue.BoardMarket.CALL;
import static io.opspipeline.exchange.venue.BoardMarket.CALL_TODAY;
import static io.opspipeline.exchange.venue.BoardMarket.CALL_TODAY_105;
import static io.opspipeline.exchange.venue.BoardMarket.SESSION;
import static io.opspipeline.exchange.venue.BoardMarket.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the broker sells before contracts end.
class SellOutTest {

    private static final Duration BEFORE = Duration.ofMinutes(45);
    private static final Instant CUT_OFF = SESSION.close().minus(BEFORE);
    private static final String BOUGHT = "FILL 1 " + CALL_TODAY + " filled";

    private final BoardMarket market =
            new BoardMarket()
                    .quote(STOCK, 0, "103.00", "103.02")
                    .quote(CALL, 0, "3.00", "3.10")
                    .quote(CALL_TODAY, 0, "3.00", "3.10")
                    .quote(CALL_TODAY_105, 0, "0.80", "0.90")
                    .closesAt("103.00");

    @Test
    @DisplayName("ITM-UNDERFUNDED-1515: at the cut-off it is sold at the market, not before")
    void sellsAtTheCutOff() {
        Trader trader = trader("10000").buys("a", CALL_TODAY, 1, "3.10");

        trader.venue().advanceTo(CUT_OFF.minusSeconds(1));
        assertThat(trader.history()).containsExactly(BOUGHT);

        trader.venue().advanceTo(CUT_OFF);
        assertThat(trader.history()).containsExactly(BOUGHT, BOUGHT);
        assertThat(trader.held()).isEmpty();
        assertThat(trader.told().getLast()).startsWith("fill ").endsWith(" 1@3.00=0");
        assertThat(trader.atClose().books().expectedCash()).isEqualTo(trader.view().cash());
    }

    @Test
    @DisplayName("an open sale of it is cancelled first")
    void cancelsAnOpenSale() {
        Trader trader =
                trader("10000").buys("a", CALL_TODAY, 1, "3.10").sells("b", CALL_TODAY, 1, "4.00");

        trader.venue().advanceTo(CUT_OFF);

        assertThat(trader.order("b").status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(trader.history()).containsExactly(BOUGHT, BOUGHT);
    }

    @Test
    @DisplayName("its order waits while nobody quotes, and is one order")
    void waitsForAQuote() {
        long cutOff = Duration.between(SESSION.open(), CUT_OFF).toSeconds();
        market.quote(CALL_TODAY, cutOff - 5, "0.00", "0.00")
                .quote(CALL_TODAY, cutOff + 60, "2.50", "2.60");
        Trader trader = trader("10000").buys("a", CALL_TODAY, 1, "3.10");

        trader.at(cutOff + 30);
        assertThat(trader.held()).containsExactly("1 " + CALL_TODAY);
        trader.at(cutOff + 60);
        assertThat(trader.venue().orders(Trader.ACCOUNT)).hasSize(2);
        assertThat(trader.told().getLast()).endsWith(" 1@2.50=0");
    }

    @Test
    @DisplayName("what comes into the money after the cut-off is sold then")
    void sellsLater() {
        long cutOff = Duration.between(SESSION.open(), CUT_OFF).toSeconds();
        market.quote(STOCK, cutOff + 600, "106.00", "106.02");
        Trader trader = trader("10000").buys("a", CALL_TODAY_105, 1, "0.90");

        trader.at(cutOff + 595);
        assertThat(trader.held()).hasSize(1);
        trader.at(cutOff + 600);
        assertThat(trader.held()).isEmpty();
    }

    @Test
    @DisplayName(
            "what can be paid, is out of the money, ends later or is not to be exercised stays")
    void leavesTheRest() {
        Trader rich = trader("30000").buys("a", CALL_TODAY, 1, "3.10");
        Trader others =
                trader("10000").buys("a", CALL_TODAY_105, 1, "0.90").buys("b", CALL, 1, "3.10");
        Trader dne = trader("10000").buys("a", CALL_TODAY, 1, "3.10");
        dne.venue().doNotExercise(Trader.ACCOUNT, CALL_TODAY);

        assertThat(atTheEnd(rich).held()).containsExactly("1 " + CALL_TODAY);
        assertThat(atTheEnd(others).held()).containsExactly("1 " + CALL_TODAY_105, "1 " + CALL);
        assertThat(atTheEnd(dne).held()).containsExactly("1 " + CALL_TODAY);
    }

    @Test
    @DisplayName("a long that covers a short stays")
    void leavesCover() {
        Trader trader = trader("10000");
        trader.spread("a", 1, "2.40", "+1 " + CALL_TODAY, "-1 " + CALL_TODAY_105);

        assertThat(atTheEnd(trader).held())
                .containsExactly("1 " + CALL_TODAY, "-1 " + CALL_TODAY_105);
    }

    private Trader trader(String cash) {
        return Trader.ofSpreads(
                market,
                Trader.settings(0, 0, Expiries.standard().sellingOut(BEFORE)),
                Faults.none(),
                cash);
    }

    private static Trader atTheEnd(Trader trader) {
        trader.venue().advanceTo(SESSION.close().minusSeconds(5));
        return trader;
    }
}
