package io.opspipeline.exchange.market.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opspipeline.domain.instrument.Ticker;
import java.util.DoubleSummaryStatistics;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// How much prices move, over many seeds.
class LivelinessTest {

    private static final ListedStock STOCK = DefaultListings.of(Ticker.of("NVDA")).orElseThrow();
    private static final ListedStock OTHER = DefaultListings.of(Ticker.of("DIS")).orElseThrow();
    private static final int SEEDS = 150;
    private static final Paths ACTIVE = new Paths(Regime.ACTIVE);
    private static final Paths ORDINARY = new Paths(Regime.ORDINARY);
    private static final Paths ZERO_DRIFT = new Paths(Regime.ZERO_DRIFT);

    @Test
    void anActiveSessionVariesMoreThanItsOptionsImply() {
        DoubleSummaryStatistics days = variances(ACTIVE);
        assertThat(days.getAverage()).isCloseTo(1.875, within(0.1));
        assertThat(days.getMin()).isGreaterThan(1.25);
        assertThat(days.getMax()).isLessThan(3.5);
    }

    @Test
    void sessionsBeforeAreOrdinary() {
        assertThat(variances(ORDINARY).getAverage()).isCloseTo(1, within(0.1));
    }

    @Test
    void zeroDriftSessionsVaryAsAnnouncedAndNeverJump() {
        DoubleSummaryStatistics days = variances(ZERO_DRIFT);
        assertThat(days.getMin()).isGreaterThan(1.35);
        assertThat(days.getMax()).isLessThan(1.65);
        assertThat(days.getAverage()).isCloseTo(1.5, within(0.01));
    }

    @Test
    void spellsDriftByThreeTenthsOfABar() {
        Sample inSpells = drift(ACTIVE);
        assertThat(inSpells.size()).isGreaterThan(5_000);
        inSpells.assertMeanIs(0.30);
    }

    @Test
    void spellsLastEightToFortyMinutes() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Spells spells = ACTIVE.spells(seed, STOCK);
            long active = IntStream.range(0, 390).filter(spells::isActive).count();
            assertThat(active).isBetween(60L, 240L);
            for (int minute = 0; minute < 390; minute++) {
                double drift = Math.abs(spells.drift(minute));
                assertThat(drift == 0 || (drift >= 0.24 && drift <= 0.36)).isTrue();
                assertThat(spells.volume(minute)).isBetween(1.0, 3.6);
                assertThat(spells.volume(minute) > 1).isEqualTo(spells.isActive(minute));
            }
        }
    }

    @Test
    void zeroDriftHasSpellsOfVolumeAlone() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Spells spells = ZERO_DRIFT.spells(seed, STOCK);
            assertThat(IntStream.range(0, 390).filter(spells::isActive)).isNotEmpty();
            assertThat(IntStream.range(0, 390).mapToDouble(spells::drift)).containsOnly(0.0);
        }
    }

    @Test
    void aMoveForetellsNothingWithoutDrift() {
        Sample products = new Sample();
        for (long seed = 1; seed <= SEEDS; seed++) {
            SessionPath path = ZERO_DRIFT.draw(seed, STOCK);
            for (int minute = 10; minute <= 380; minute += 10) {
                double before = Paths.move(path, minute - 10, minute);
                double after = Paths.move(path, minute, minute + 10);
                products.add(before * after / STOCK.dayVariance());
            }
        }
        products.assertMeanIs(0);
    }

    @Test
    void stocksShareAQuarterOfTheirVariance() {
        assertThat(correlation(ACTIVE)).isBetween(0.1, 0.4);
        assertThat(correlation(ZERO_DRIFT)).isBetween(-0.05, 0.05);
    }

    private static DoubleSummaryStatistics variances(Paths paths) {
        return LongStream.rangeClosed(1, SEEDS)
                .mapToDouble(seed -> variance(paths.draw(seed, STOCK)) / STOCK.dayVariance())
                .summaryStatistics();
    }

    private static double variance(SessionPath path) {
        return IntStream.rangeClosed(1, Paths.CLOCK.lastStep())
                .mapToDouble(step -> Math.log(path.priceAt(step) / path.priceAt(step - 1)))
                .map(move -> move * move)
                .sum();
    }

    /// Moves of drifting minutes along their spell, in standard deviations of the bar.
    private static Sample drift(Paths paths) {
        double[] shares = IntradayShape.variance(390);
        double session = (1.875 - Jumps.expectedVariance(paths.regime())) * STOCK.dayVariance();
        Sample sample = new Sample();
        for (long seed = 1; seed <= SEEDS; seed++) {
            SessionPath path = paths.draw(seed, STOCK);
            Spells spells = paths.spells(seed, STOCK);
            for (int minute = 0; minute < 390; minute++) {
                if (spells.drift(minute) != 0) {
                    double along = Math.signum(spells.drift(minute));
                    double deviation = Math.sqrt(session * shares[minute]);
                    sample.add(along * Paths.move(path, minute, minute + 1) / deviation);
                }
            }
        }
        return sample;
    }

    private static double correlation(Paths paths) {
        double both = 0;
        double one = 0;
        double other = 0;
        for (long seed = 1; seed <= 20; seed++) {
            SessionPath first = paths.draw(seed, STOCK);
            SessionPath second = paths.draw(seed, OTHER);
            for (int minute = 0; minute < 390; minute++) {
                double x = Paths.move(first, minute, minute + 1);
                double y = Paths.move(second, minute, minute + 1);
                both += x * y;
                one += x * x;
                other += y * y;
            }
        }
        return both / Math.sqrt(one * other);
    }
}
