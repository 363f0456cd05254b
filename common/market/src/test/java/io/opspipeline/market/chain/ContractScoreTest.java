package io.opspipeline.market.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A-73: the score is 40 spread + 30 volume + 20 delta + 10 strike")
class ContractScoreTest {

    @Test
    void isAHundredAtBest() {
        double best =
                ContractScore.spreadPoints(0)
                        + ContractScore.volumePoints(1_000)
                        + ContractScore.deltaPoints(0.40)
                        + ContractScore.strikePoints(100, 100);
        assertThat(best).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"0, 40", "0.025, 30", "0.05, 20", "0.10, 0", "0.20, 0"})
    void losesPointsWithTheSpread(double share, double points) {
        assertThat(ContractScore.spreadPoints(share)).isCloseTo(points, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"200, 15", "600, 22.5", "1000, 30", "50000, 30", "0, 15"})
    void gainsPointsWithTheVolume(double contracts, double points) {
        assertThat(ContractScore.volumePoints(contracts)).isCloseTo(points, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "0.19, 5",
        "0.20, 10",
        "0.25, 15",
        "0.2999, 15",
        "0.30, 20",
        "0.50, 20",
        "0.5001, 15",
        "0.60, 15",
        "0.70, 10",
        "0.71, 5",
        "-0.40, 20",
        "-0.65, 10"
    })
    void prefersTheMiddleOfTheDeltas(double delta, double points) {
        assertThat(ContractScore.deltaPoints(delta)).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"100, 10", "102.5, 5", "97.5, 5", "105, 0", "120, 0"})
    void losesPointsWithTheDistanceOfTheStrike(double strike, double points) {
        assertThat(ContractScore.strikePoints(strike, 100)).isCloseTo(points, within(1e-9));
    }
}
