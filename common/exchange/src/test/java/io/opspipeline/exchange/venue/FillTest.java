package io.opspipeline.exchange.venue;

import static io.opspipeline.exchange.venue.BoardMarket.CALL;
import static io.opspipeline.exchange.venue.BoardMarket.STOCK;
import static io.opspipeline.exchange.venue.Trader.market;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.Side;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FillTest {

    private final BoardMarket market =
            new BoardMarket().quote(CALL, 0, "2.00", "2.10").quote(STOCK, 0, "100.00", "100.02");

    @Test
    void marketableBuyFillsAtTheAskAndNotAtItsLimit() {
        Trader trader = Trader.on(market).buys("a", CALL, 2, "2.20");
        assertThat(trader.told()).containsExactly("new a", "fill a 2@2.10=2");
        assertThat(trader.order("a").averagePrice()).contains(Price.of("2.10"));
    }

    @Test
    void marketableSellFillsAtTheBid() {
        Trader trader =
                Trader.on(market).buys("a", CALL, 2, "2.10").at(5).sells("b", CALL, 2, "1.50");
        assertThat(trader.told()).endsWith("new b", "fill b 2@2.00=0");
        assertThat(trader.positions()).isEmpty();
    }

    @Test
    @DisplayName("A-81: sizes are respected, the rest keeps working at the touch")
    void fillsNoMoreThanShownInEachStep() {
        Trader trader = Trader.on(market).buys("a", CALL, 25, "2.20").at(5).at(10).at(15);
        assertThat(trader.told())
                .containsExactly(
                        "new a",
                        "partial_fill a 10@2.10=10",
                        "partial_fill a 10@2.10=20",
                        "fill a 5@2.10=25");
    }

    @Test
    void ordersOfOneAccountShareTheSizeOfAStep() {
        Trader trader =
                Trader.on(market).buys("a", CALL, 7, "2.10").buys("b", CALL, 7, "2.10").at(5);
        assertThat(trader.told())
                .containsExactly(
                        "new a",
                        "fill a 7@2.10=7",
                        "new b",
                        "partial_fill b 3@2.10=10",
                        "fill b 4@2.10=14");
    }

    @Test
    void accountsDoNotTakeEachOthersSize() {
        market.quote(STOCK, 0, "10.00", "10.01", 100);
        Trader trader = Trader.on(market);
        Trader other = trader.other();
        trader.buys("a", STOCK, 100, "10.01");
        other.buys("a", STOCK, 100, "10.01");
        assertThat(trader.told()).endsWith("fill a 100@10.01=100");
        assertThat(other.told()).endsWith("fill a 100@10.01=100");
    }

    @Test
    void waitingOrderFillsAtItsLimitWhenTheAskComesDown() {
        market.quote(CALL, 10, "1.90", "1.95");
        Trader trader = Trader.on(market).buys("a", CALL, 2, "2.00").at(5).at(10);
        assertThat(trader.told()).containsExactly("new a", "fill a 2@2.00=2");
    }

    @Test
    void partOfAMarketableOrderThatFellBehindWaitsAtItsLimit() {
        market.quote(CALL, 5, "2.10", "2.30").quote(CALL, 10, "2.00", "2.10");
        Trader trader = Trader.on(market).buys("a", CALL, 12, "2.20").at(5).at(10);
        assertThat(trader.told())
                .containsExactly("new a", "partial_fill a 10@2.10=10", "fill a 2@2.20=12");
    }

    @Test
    void limitAtTheMidOrBelowNeverFills() {
        Trader trader =
                Trader.on(market, Trader.settings(1, 0), Faults.none())
                        .buys("mid", CALL, 1, "2.05")
                        .buys("bid", CALL, 1, "2.00");
        trader.at(3600);
        assertThat(trader.told()).containsExactly("new mid", "new bid");
    }

    @Test
    void limitInsideTheSpreadFillsOnlyAfterItHasWaited() {
        Trader trader =
                Trader.on(market, Trader.settings(1, 0), Faults.none()).buys("a", CALL, 1, "2.09");
        assertThat(trader.told()).containsExactly("new a");
        trader.at(300);
        assertThat(trader.told()).containsExactly("new a", "fill a 1@2.09=1");
    }

    @Test
    void withoutChanceALimitInsideTheSpreadWaits() {
        Trader trader = Trader.on(market).buys("a", CALL, 1, "2.09").at(3600);
        assertThat(trader.told()).containsExactly("new a");
    }

    @Test
    void nothingFillsWhereNobodyIs() {
        market.quote(CALL, 10, "0.00", "0.05");
        Trader trader = Trader.on(market).buys("a", CALL, 1, "2.10").at(10);
        trader.send(market("urgent", Side.SELL, CALL, "1"));
        trader.at(60);
        assertThat(trader.told()).endsWith("fill a 1@2.10=1", "new urgent");
    }

    @Test
    @DisplayName("A-86: a crossed quote trades nothing")
    void crossedQuoteTradesNothing() {
        market.quote(CALL, 5, "2.30", "2.10");
        Trader trader = Trader.on(market).at(5).buys("a", CALL, 1, "2.50").at(60);
        assertThat(trader.told()).containsExactly("new a");
    }

    @Test
    void marketOrdersFillAtTheTouch() {
        Trader trader = Trader.on(market);
        trader.send(market("in", Side.BUY, STOCK, "10"));
        trader.at(5);
        trader.send(market("out", Side.SELL, STOCK, "10"));
        assertThat(trader.told())
                .containsExactly(
                        "new in", "fill in 10@100.02=10", "new out", "fill out 10@100.00=0");
    }

    @Test
    void marketBuyStopsAtItsCollar() {
        market.quote(STOCK, 5, "109.98", "110.00");
        Trader trader = Trader.on(market);
        trader.send(market("in", Side.BUY, STOCK, "15"));
        trader.at(10);
        assertThat(trader.told()).containsExactly("new in", "partial_fill in 10@100.02=10");
        assertThat(trader.view().cash()).isEqualTo(Money.of("8999.80"));
    }

    @Test
    @DisplayName("A-94: the books know the spread and the fees of each fill")
    void booksTellWhatTradingCost() {
        Trader trader = Trader.on(market).buys("a", CALL, 2, "2.10").sells("b", CALL, 2, "2.00");
        Books.AccountBooks books = trader.books();
        assertThat(books.spreadCost()).isEqualTo(Money.of("20.00"));
        // per contract and side 0.02295 + 0.025, and 0.00279 per contract sold
        assertThat(books.fees()).isEqualTo(Money.of("0.19738"));
        assertThat(books.account().cash()).isEqualTo(Money.of("9979.80262"));
        assertThat(books.expectedCash()).isEqualTo(books.account().cash());
    }
}
