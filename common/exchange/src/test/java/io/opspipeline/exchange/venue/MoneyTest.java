package io.opspipeline.exchange.venue;

import static io.opspipeline.exchange.venue.BoardMarket.CALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private final BoardMarket market = new BoardMarket().quote(CALL, 0, "2.00", "2.10", 100);

    @Test
    void openBuysReserveTheirWorstCostWithFees() {
        Trader trader = Trader.on(market).buys("a", CALL, 10, "1.50");
        assertThat(trader.view().cash()).isEqualTo(Money.of("10000"));
        assertThat(trader.view().reserved()).isEqualTo(Money.of("1500.4795"));
        assertThat(trader.view().buyingPower()).isEqualTo(Money.of("8499.5205"));
    }

    @Test
    void aCancelGivesTheReserveBack() {
        Trader trader = Trader.on(market).buys("a", CALL, 10, "1.50").cancels("a");
        assertThat(trader.view().buyingPower()).isEqualTo(Money.of("10000"));
    }

    @Test
    void equityCountsPositionsAtTheBid() {
        Trader trader = Trader.on(market).buys("a", CALL, 10, "2.10");
        assertThat(trader.view().cash()).isEqualTo(Money.of("7899.5205"));
        assertThat(trader.view().equity()).isEqualTo(Money.of("9899.5205"));
        assertThat(trader.view().equityAtMid()).isEqualTo(Money.of("9949.5205"));
    }

    @Test
    void equityKeepsTheLastValidBidWhileTheQuoteIsBroken() {
        market.quote(CALL, 5, "2.50", "2.60")
                .quote(CALL, 10, "9.00", "1.00")
                .quote(CALL, 15, "0.00", "0.00")
                .quote(CALL, 20, "0.00", "0.05");
        Trader trader = Trader.on(market).buys("a", CALL, 10, "2.10");
        assertThat(trader.at(5).view().marketValue()).isEqualTo(Money.of("2500"));
        assertThat(trader.at(10).view().marketValue()).isEqualTo(Money.of("2500"));
        assertThat(trader.at(15).view().marketValue()).isEqualTo(Money.of("2500"));
        assertThat(trader.at(20).view().marketValue()).isEqualTo(Money.ZERO);
    }

    @Test
    void averageEntryStaysWhenPartIsSold() {
        market.quote(CALL, 5, "2.90", "2.99", 100);
        Trader trader =
                Trader.on(market)
                        .buys("a", CALL, 10, "2.10")
                        .at(5)
                        .buys("b", CALL, 10, "2.99")
                        .sells("c", CALL, 5, "2.90")
                        .sells("d", CALL, 4, "2.99");
        PositionView position = trader.positions().getFirst();
        assertThat(position.quantity()).isEqualTo(15);
        assertThat(position.available()).isEqualTo(11);
        assertThat(position.averageEntry()).isEqualTo(Price.of("2.545"));
        assertThat(position.costBasis()).isEqualTo(Money.of("3817.50"));
    }
}
