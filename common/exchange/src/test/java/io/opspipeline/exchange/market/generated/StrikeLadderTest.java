package io.opspipeline.exchange.market.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StrikeLadderTest {

    private static final LocalDate DAY = GeneratedMarket.DEFAULT_DAY;
    private static final LocalDate NEAR = LocalDate.of(2025, 6, 27);
    private static final LocalDate FAR = LocalDate.of(2025, 11, 21);

    @Test
    void stepsGrowWithThePrice() {
        assertThat(step(39, ExpiryCycle.FRIDAY, NEAR)).isEqualByComparingTo("0.5");
        assertThat(step(100, ExpiryCycle.FRIDAY, NEAR)).isEqualByComparingTo("1");
        assertThat(step(200, ExpiryCycle.FRIDAY, NEAR)).isEqualByComparingTo("2.5");
        assertThat(step(400, ExpiryCycle.FRIDAY, NEAR)).isEqualByComparingTo("5");
        assertThat(step(200, ExpiryCycle.MONDAY_WEDNESDAY_FRIDAY, NEAR)).isEqualByComparingTo("1");
        assertThat(step(100, ExpiryCycle.FRIDAY, FAR)).isEqualByComparingTo("2.5");
        assertThat(step(600, ExpiryCycle.FRIDAY, FAR)).isEqualByComparingTo("10");
    }

    @Test
    void reachesFifteenPercentToEitherSide() {
        List<Price> strikes = strikes(100, ExpiryCycle.FRIDAY, NEAR);
        assertThat(strikes.getFirst()).isEqualTo(Price.of("85"));
        assertThat(strikes.getLast()).isEqualTo(Price.of("115"));
        assertThat(strikes).hasSize(31);
    }

    @Test
    void listsNoMoreThanFortyOnASide() {
        List<Price> strikes = strikes(299, ExpiryCycle.MONDAY_WEDNESDAY_FRIDAY, NEAR);
        assertThat(strikes).hasSize(81).contains(Price.of("299"));
    }

    @Test
    void cheapStocksHavePositiveStrikesOrNone() {
        assertThat(strikes(0.8, ExpiryCycle.FRIDAY, NEAR)).containsExactly(Price.of("1"));
        assertThat(strikes(0.2, ExpiryCycle.FRIDAY, NEAR)).isEmpty();
    }

    @Test
    void everyExpiryHasBothRightsAtEveryStrikeAroundTheMoney() {
        Observed observed = new Observed(GeneratedMarket.active(1));
        for (Ticker ticker : Observed.TICKERS) {
            double spot = observed.spot(ticker, observed.minute(0));
            List<OccSymbol> symbols = observed.symbols(ticker);
            assertThat(symbols).doesNotHaveDuplicates();
            for (LocalDate expiry : observed.expiries(ticker)) {
                Set<Double> strikes =
                        symbols.stream()
                                .filter(each -> each.expiry().equals(expiry))
                                .map(each -> each.strike().asDouble())
                                .collect(Collectors.toSet());
                assertThat(strikes).anyMatch(each -> Math.abs(each / spot - 1) < 0.03);
                assertThat(strikes).anyMatch(each -> each < spot * 0.92);
                assertThat(strikes).anyMatch(each -> each > spot * 1.08);
                assertThat(symbols.stream().filter(each -> each.expiry().equals(expiry)))
                        .hasSize(2 * strikes.size());
            }
        }
    }

    private static BigDecimal step(double price, ExpiryCycle cycle, LocalDate expiry) {
        List<Price> strikes = strikes(price, cycle, expiry);
        return strikes.get(1).minus(strikes.get(0));
    }

    private static List<Price> strikes(double price, ExpiryCycle cycle, LocalDate expiry) {
        return StrikeLadder.strikes(price, cycle, DAY, expiry);
    }
}
