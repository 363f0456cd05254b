package io.opspipeline.exchange.market.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opspipeline.domain.instrument.Right;
import io.opspipeline.testkit.Seeds;
import io.opspipeline.testkit.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlackTest {

    @Test
    void agreesWithPublishedValues() throws IOException {
        List<Published> values = published("oracles/haug_european_values.csv", 0);
        assertThat(values).hasSize(43);
        values.forEach(each ->
                assertThat(each.theory().value() * each.discount())
                        .as("%s", each)
                        .isCloseTo(each.value(), within(1.01e-4)));
    }

    @Test
    void agreesWithPublishedDeltasAndVegas() throws IOException {
        List<Published> deltas = published("oracles/haug_european_greeks.csv", "delta");
        List<Published> vegas = published("oracles/haug_european_greeks.csv", "vega");
        assertThat(deltas).hasSize(2);
        assertThat(vegas).hasSize(2);
        deltas.forEach(each ->
                assertThat(each.theory().delta() * each.dividends())
                        .isCloseTo(each.value(), within(1e-4)));
        vegas.forEach(each ->
                assertThat(each.theory().vega() * Math.sqrt(each.years()) * each.discount())
                        .isCloseTo(each.value(), within(1e-4)));
    }

    @Test
    void keepsPutCallParity() {
        Seeds.check(
                500,
                random -> {
                    double spot = random.nextDouble(1, 1_000);
                    double strike = spot * Math.exp(random.nextGaussian());
                    double deviation = random.nextDouble(0, 2);
                    Black.Theory call = Black.theory(Right.CALL, spot, strike, deviation);
                    Black.Theory put = Black.theory(Right.PUT, spot, strike, deviation);
                    assertThat(call.value() - put.value())
                            .isCloseTo(spot - strike, within(1e-12 * (spot + strike)));
                    assertThat(call.delta() - put.delta()).isCloseTo(1, within(1e-14));
                    assertThat(call.vega()).isEqualTo(put.vega());
                });
    }

    @Test
    void sensitivitiesAreSlopesOfTheValue() {
        Seeds.check(
                200,
                random -> {
                    double spot = random.nextDouble(20, 200);
                    double strike = spot * random.nextDouble(0.8, 1.2);
                    double deviation = random.nextDouble(0.05, 0.5);
                    Right right = random.nextBoolean() ? Right.CALL : Right.PUT;
                    Black.Theory theory = Black.theory(right, spot, strike, deviation);
                    double bump = 1e-4;
                    double delta =
                            (Black.theory(right, spot + bump, strike, deviation).value()
                                            - Black.theory(right, spot - bump, strike, deviation)
                                                    .value())
                                    / (2 * bump);
                    double vega =
                            (Black.theory(right, spot, strike, deviation + bump).value()
                                            - Black.theory(right, spot, strike, deviation - bump)
                                                    .value())
                                    / (2 * bump);
                    assertThat(theory.delta()).isCloseTo(delta, within(1e-6));
                    assertThat(theory.vega()).isCloseTo(vega, within(1e-3 * spot));
                });
    }

    @Test
    void isWorthIntrinsicValueWithoutVariance() {
        assertThat(Black.theory(Right.CALL, 105, 100, 0)).isEqualTo(new Black.Theory(5, 1, 0));
        assertThat(Black.theory(Right.PUT, 95, 100, 0)).isEqualTo(new Black.Theory(5, -1, 0));
        assertThat(Black.theory(Right.PUT, 105, 100, 0)).isEqualTo(new Black.Theory(0, 0, 0));
    }

    @Test
    void normalDistributionAgreesWithTabulatedValues() {
        assertThat(Black.normal(0)).isCloseTo(0.5, within(1e-15));
        assertThat(Black.normal(1)).isCloseTo(0.841344746068543, within(1e-14));
        assertThat(Black.normal(-1.959963984540054)).isCloseTo(0.025, within(1e-14));
        assertThat(Black.normal(-5) / 2.866515718791939e-7).isCloseTo(1, within(1e-9));
        assertThat(Black.normal(-8) / 6.220960574271785e-16).isCloseTo(1, within(1e-7));
        assertThat(Black.normal(40)).isEqualTo(1);
        assertThat(Black.normal(-40)).isZero();
    }

    private static List<Published> published(String file, int from) throws IOException {
        return Files.readAllLines(SharedFiles.require(file)).stream()
                .skip(1)
                .map(line -> Published.of(List.of(line.split(",")), from))
                .toList();
    }

    private static List<Published> published(String file, String greek) throws IOException {
        return Files.readAllLines(SharedFiles.require(file)).stream()
                .filter(line -> line.startsWith(greek + ","))
                .map(line -> Published.of(List.of(line.split(",")), 1))
                .toList();
    }

    /// A published value of the model with rates, which is Black's on the forward, discounted.
    private record Published(
            Right right,
            double strike,
            double spot,
            double yield,
            double rate,
            double years,
            double volatility,
            double value) {

        static Published of(List<String> cells, int from) {
            List<Double> numbers =
                    cells.subList(from + 1, cells.size()).stream().map(Double::valueOf).toList();
            return new Published(
                    cells.get(from).equals("Call") ? Right.CALL : Right.PUT,
                    numbers.get(0),
                    numbers.get(1),
                    numbers.get(2),
                    numbers.get(3),
                    numbers.get(4),
                    numbers.get(5),
                    numbers.get(6));
        }

        double discount() {
            return Math.exp(-rate * years);
        }

        double dividends() {
            return Math.exp(-yield * years);
        }

        Black.Theory theory() {
            double forward = spot * Math.exp((rate - yield) * years);
            return Black.theory(right, forward, strike, volatility * Math.sqrt(years));
        }
    }
}
