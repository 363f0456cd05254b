package io.opspipeline.exchange.venue;

import static io.opspipeline.exchange.venue.BoardMarket.CALL;
import static io.opspipeline.exchange.venue.BoardMarket.CALL_TODAY;
import static io.opspipeline.exchange.venue.BoardMarket.PUT_TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.money.Money;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DayTest {

    private final BoardMarket market =
            new BoardMarket()
                    .quote(CALL, 0, "2.00", "2.10")
                    .quote(CALL_TODAY, 0, "2.00", "2.10")
                    .quote(PUT_TODAY, 0, "2.00", "2.10");

    @Test
    @DisplayName("DAY-ORDER-EXPIRED-AT-CLOSE")
    void dayOrdersExpireAtTheClose() {
        Trader trader = Trader.on(market).buys("a", CALL, 12, "2.10").at(3);
        market.quote(CALL, 5, "2.20", "2.30");
        trader.atClose();
        assertThat(trader.told())
                .containsExactly("new a", "partial_fill a 10@2.10=10", "expired a");
        assertThat(trader.order("a").expiredAt()).contains(BoardMarket.SESSION.close());
        assertThat(trader.view().reserved()).isEqualTo(Money.ZERO);
    }

    @Test
    @DisplayName("EXPIRED-WORTHLESS-ZERO-BID")
    void contractsThatAreNotInTheMoneyExpireWorthless() {
        market.closesAt("100.00");
        Trader trader =
                Trader.on(market).buys("c", CALL_TODAY, 3, "2.10").buys("p", PUT_TODAY, 2, "2.10");
        Money before = trader.view().cash();
        trader.atClose();
        assertThat(trader.positions()).isEmpty();
        assertThat(trader.view().cash()).isEqualTo(before);
        assertThat(trader.books().settlements()).noneMatch(Settlement::isExercise).hasSize(2);
    }

    @Test
    void contractsInTheMoneyAreSettledInCash() {
        market.closesAt("97.50");
        Trader trader =
                Trader.on(market).buys("c", CALL_TODAY, 3, "2.10").buys("p", PUT_TODAY, 2, "2.10");
        Money before = trader.view().cash();
        trader.atClose();
        assertThat(trader.view().cash()).isEqualTo(before.plus(Money.of("500")));
        assertThat(trader.books().expectedCash()).isEqualTo(trader.view().cash());
        assertThat(trader.books().settlements())
                .extracting(Settlement::isExercise)
                .containsExactly(false, true);
    }

    @Test
    void laterContractsAreKept() {
        Trader trader = Trader.on(market).buys("a", CALL, 1, "2.10").atClose();
        assertThat(trader.positions()).hasSize(1);
        assertThat(trader.books().settlements()).isEmpty();
    }

    @Test
    void ordersSentBeforeTheOpenStartAtTheOpen() {
        Venue venue =
                new Venue(
                        market,
                        Trader.settings(0, 0),
                        Faults.none(),
                        List.of(Trader.opening(Trader.ACCOUNT, "1000", 2)),
                        BoardMarket.second(-600));
        venue.submit(
                Trader.ACCOUNT,
                Trader.limit("a", io.opspipeline.domain.order.Side.BUY, CALL, "1", "2.20"));
        assertThat(venue.orders(Trader.ACCOUNT))
                .extracting(OrderView::status)
                .containsExactly(OrderStatus.ACCEPTED);
        venue.advanceTo(BoardMarket.second(0));
        assertThat(venue.fills())
                .extracting(fill -> fill.price().toString())
                .containsExactly("2.10");
    }

    @Test
    void aLongStrideWorksEveryStepOnTheWay() {
        market.quote(CALL, 100, "1.90", "1.95").quote(CALL, 105, "2.00", "2.10");
        Trader trader = Trader.on(market).buys("a", CALL, 1, "2.00").at(3600);
        assertThat(trader.told()).containsExactly("new a", "fill a 1@2.00=1");
        assertThat(trader.order("a").filledAt()).contains(BoardMarket.second(100));
    }

    @Test
    void timeDoesNotGoBack() {
        Trader trader = Trader.on(market).at(10);
        assertThatThrownBy(() -> trader.at(5)).isInstanceOf(IllegalArgumentException.class);
        assertThat(trader.at(10).venue().now()).isEqualTo(BoardMarket.second(10));
    }

    @Test
    void onlyTheRightSecretComesIn() {
        Venue venue = Trader.on(market).venue();
        assertThat(venue.authenticate("key-alpha", "secret-alpha")).contains(Trader.ACCOUNT);
        assertThat(venue.authenticate("key-alpha", "secret-beta")).isEmpty();
        assertThat(venue.authenticate("key-nobody", "secret-alpha")).isEmpty();
    }
}
