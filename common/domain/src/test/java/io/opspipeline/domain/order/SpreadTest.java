package io.opspipeline.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.NetPrice;
import io.opspipeline.domain.money.Price;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadTest {

    private static final ClientOrderId ID = new ClientOrderId("large:SPY:1");
    private static final Instant AT = Instant.parse("2025-01-02T15:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void hasTwoToFourLegs(int legs) {
        assertThat(request(1, distinct(legs)).legs()).hasSize(legs);
    }

    @Test
    void mayHaveUnevenLegs() {
        assertThat(request(3, List.of(leg(590, 2), leg(600, 3))).units()).isEqualTo(3);
    }

    static Stream<Arguments> whatIsNoSpread() {
        return Stream.of(
                Arguments.of(0, distinct(2), "at least 1 unit, was 0"),
                Arguments.of(1, distinct(1), "2 to 4 legs, had 1"),
                Arguments.of(1, distinct(5), "2 to 4 legs, had 5"),
                Arguments.of(
                        1, List.of(leg(590, 1), leg("QQQ250117C00500000", 1)), "one underlying"),
                Arguments.of(1, List.of(leg(590, 1), leg(590, 1)), "each contract once"),
                Arguments.of(1, List.of(leg(590, 2), leg(600, 4)), "common divisor"));
    }

    @ParameterizedTest
    @MethodSource("whatIsNoSpread")
    void refusesWhatIsNoSpread(int units, List<SpreadLeg> legs, String words) {
        assertThatThrownBy(() -> request(units, legs))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void refusesALegOfNothing() {
        assertThatThrownBy(() -> leg(590, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1, was 0");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "0, true", "1, true"})
    void knowsFillsAtTheirPrice(int filled, boolean priced) {
        assertThat(news(filled, priced).filledUnits()).isEqualTo(filled);
        assertThat(legNews(filled, priced).filledQuantity()).isEqualTo(filled);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "-1, true"})
    void refusesFillsWithoutAPriceAndBelowNone(int filled, boolean priced) {
        assertThatThrownBy(() -> news(filled, priced))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has filled " + filled);
        assertThatThrownBy(() -> legNews(filled, priced))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has filled " + filled);
    }

    private static SpreadUpdate news(int filled, boolean priced) {
        return new SpreadUpdate(
                ID,
                new BrokerOrderId("b-1"),
                BrokerOrderStatus.WORKING,
                filled,
                priced ? Optional.of(NetPrice.of("-1.20")) : Optional.empty(),
                List.of(),
                AT,
                OrderUpdate.Source.STREAM,
                Optional.empty());
    }

    private static SpreadUpdate.Leg legNews(int filled, boolean priced) {
        return new SpreadUpdate.Leg(
                new BrokerOrderId("b-2"),
                leg(590, 1).contract(),
                Side.BUY,
                filled,
                priced ? Optional.of(Price.of("2.50")) : Optional.empty(),
                Optional.empty());
    }

    private static SpreadRequest request(int units, List<SpreadLeg> legs) {
        return new SpreadRequest(ID, new AccountId("large"), legs, units, NetPrice.of("1.20"));
    }

    private static List<SpreadLeg> distinct(int legs) {
        return IntStream.range(0, legs).mapToObj(i -> leg(590 + i, 1)).toList();
    }

    private static SpreadLeg leg(int strike, int ratio) {
        return leg("SPY250117C%05d000".formatted(strike), ratio);
    }

    private static SpreadLeg leg(String symbol, int ratio) {
        return new SpreadLeg(OccSymbol.parse(symbol), Side.BUY, PositionEffect.OPEN, ratio);
    }
}
