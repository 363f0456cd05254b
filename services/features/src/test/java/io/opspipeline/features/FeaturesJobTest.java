package io.opspipeline.features;

import static io.opspipeline.features.Desk.MONDAY;
import static io.opspipeline.features.Desk.NVDA;
import static io.opspipeline.features.Desk.TSLA;
import static io.opspipeline.features.Desk.after;
import static io.opspipeline.features.Desk.bar;
import static io.opspipeline.features.Desk.day;
import static io.opspipeline.features.Desk.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.ports.job.JobResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FeaturesJobTest {

    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate THURSDAY = MONDAY.plusDays(3);

    private final Desk desk = new Desk(NVDA, TSLA);

    @Test
    @DisplayName("A-35: the running minute is excluded until it closed")
    void leavesTheRunningMinuteOut() {
        desk.bars.put(minutes(NVDA, MONDAY, 0, 61));
        desk.run(after(MONDAY, 61).minusNanos(1));
        assertThat(starts()).last().isEqualTo(after(MONDAY, 59));

        desk.run(after(MONDAY, 61));
        assertThat(starts()).last().isEqualTo(after(MONDAY, 60));
    }

    @Test
    @DisplayName("A-40: a row carries the start of its bar, not the time of its computation")
    void carriesTheStartOfItsBar() {
        desk.bars.put(minutes(NVDA, MONDAY, 0, 60));
        desk.run(after(MONDAY, 300));
        assertThat(desk.newestBatch().getLast().barStart()).isEqualTo(after(MONDAY, 59));
    }

    @Test
    void storesTheNewRowsOfAllTickersInOneBatchAndWakesTheNextStage() {
        desk.bars.put(minutes(NVDA, MONDAY, 0, 60));
        desk.bars.put(minutes(TSLA, MONDAY, 0, 60));
        desk.run(after(MONDAY, 60));
        desk.bars.put(minutes(NVDA, MONDAY, 60, 62));
        desk.bars.put(minutes(TSLA, MONDAY, 60, 61));
        desk.run(after(MONDAY, 62));

        assertThat(desk.newestBatch())
                .extracting(FeatureRow::ticker, FeatureRow::barStart)
                .containsExactly(
                        tuple(NVDA, after(MONDAY, 60)),
                        tuple(NVDA, after(MONDAY, 61)),
                        tuple(TSLA, after(MONDAY, 60)));
        assertThat(desk.wakeUps).containsExactly(after(MONDAY, 60), after(MONDAY, 62));
    }

    @Test
    void doesNothingTwice() {
        desk.bars.put(minutes(NVDA, MONDAY, 0, 60));
        desk.run(after(MONDAY, 60));
        desk.run(after(MONDAY, 60));
        desk.run(after(MONDAY, 66));

        assertThat(desk.features.batches()).hasSize(1);
        assertThat(desk.wakeUps).hasSize(1);
    }

    @Test
    void isTheSameAfterARestart() {
        desk.bars.put(day(NVDA, MONDAY));
        desk.bars.put(minutes(NVDA, TUESDAY, 0, 60));
        desk.run(after(TUESDAY, 30));
        desk.restart();
        desk.run(after(TUESDAY, 60));
        List<FeatureRow> withRestart = desk.features.of(NVDA);

        var other = new Desk(NVDA, TSLA);
        other.bars.put(day(NVDA, MONDAY));
        other.bars.put(minutes(NVDA, TUESDAY, 0, 60));
        other.run(after(TUESDAY, 60));

        assertThat(withRestart).hasSize(60).isEqualTo(other.features.of(NVDA));
        assertThat(desk.newestBatch()).hasSize(30);
    }

    @Test
    void computesAgainFromACorrectedBarOn() {
        desk.bars.put(minutes(NVDA, MONDAY, 0, 60));
        desk.run(after(MONDAY, 60));
        desk.bars.put(List.of(bar(NVDA, MONDAY, 55, "120")));
        desk.run(after(MONDAY, 61));

        assertThat(desk.newestBatch())
                .extracting(FeatureRow::barStart)
                .containsExactly(minutesAfter(55, 60));
        assertSameAsComputedAtOnce(after(MONDAY, 61));
    }

    @Test
    void computesAgainFromALateBarOn() {
        desk.bars.put(minutes(NVDA, MONDAY, 0, 10));
        desk.bars.put(minutes(NVDA, MONDAY, 70, 120));
        desk.run(after(MONDAY, 120));
        desk.bars.put(minutes(NVDA, MONDAY, 10, 70));
        desk.run(after(MONDAY, 121));
        assertThat(desk.features.batches()).hasSize(1);

        desk.run(after(MONDAY, 125));
        assertThat(desk.newestBatch())
                .extracting(FeatureRow::barStart)
                .containsExactly(minutesAfter(10, 120));
        assertSameAsComputedAtOnce(after(MONDAY, 125));
    }

    @Test
    void readsWhatItMissedWhileNothingCame() {
        desk.bars.put(minutes(NVDA, MONDAY, 0, 60));
        desk.run(after(MONDAY, 60));
        desk.run(after(MONDAY, 119));
        desk.bars.put(minutes(NVDA, MONDAY, 60, 120));
        desk.run(after(MONDAY, 120));

        assertThat(desk.newestBatch()).hasSize(60);
        assertSameAsComputedAtOnce(after(MONDAY, 120));
    }

    @Test
    void looksForOlderBarsWhileATickerWarmsUp() {
        desk.bars.put(minutes(NVDA, TUESDAY, 0, 5));
        desk.run(after(TUESDAY, 5));
        desk.bars.put(day(NVDA, MONDAY));
        desk.bars.put(minutes(NVDA, TUESDAY, 5, 10));
        desk.run(after(TUESDAY, 10));

        assertThat(desk.newestBatch()).hasSize(5).allMatch(row -> row.sma50().isPresent());
    }

    @Test
    void startsAnewAtASplit() {
        desk.bars.put(day(NVDA, MONDAY));
        desk.bars.put(minutes(NVDA, TUESDAY, 0, 30));
        desk.run(after(TUESDAY, 30));
        assertThat(desk.newestBatch().getFirst().sma20()).isPresent();

        desk.split(NVDA, TUESDAY);
        desk.run(after(TUESDAY, 31));
        assertThat(desk.newestBatch()).hasSize(30);
        assertThat(desk.newestBatch().get(18).sma20()).isEmpty();
        assertThat(desk.newestBatch().get(19).sma20()).isPresent();
    }

    @Test
    void makesTheRowsAgainThatCouldNotBeStored() {
        desk.bars.put(minutes(NVDA, MONDAY, 0, 60));
        desk.features.goDown();
        assertThatThrownBy(() -> desk.run(after(MONDAY, 60)))
                .hasMessageContaining("the store is down");
        assertThat(desk.wakeUps).isEmpty();

        desk.run(after(MONDAY, 61));
        assertThat(desk.features.of(NVDA)).hasSize(60);
    }

    @Test
    void ignoresBarsOutsideTheSession() {
        desk.bars.put(List.of(bar(NVDA, MONDAY, -30, "99"), bar(NVDA, MONDAY, 390, "101")));
        desk.bars.put(minutes(NVDA, MONDAY, 0, 3));
        desk.run(after(MONDAY, 400));
        assertThat(desk.newestBatch()).hasSize(3);
    }

    @Test
    @DisplayName("incident 44: tickers in their first 50 bars are WARMING_UP, not computed")
    void tellsHowManyAreComputed() {
        desk.bars.put(minutes(NVDA, MONDAY, 0, 60));
        desk.bars.put(minutes(TSLA, MONDAY, 11, 60));
        JobResult result = desk.run(after(MONDAY, 60));

        assertThat(result.items()).isEqualTo(1);
        assertThat(result.expected()).isEqualTo(1);
        assertThat(result.note())
                .startsWith("109 rows; 1 WARMING_UP (TSLA); absent: SMA50 TOO_FEW_BARS 1");
        assertThat(desk.coverage(after(MONDAY, 60)).isGood()).isTrue();
    }

    @Test
    @DisplayName("A-41: coverage below 80 % in session is unhealthy")
    void isUnhealthyBelowItsLeastCoverage() {
        desk.bars.put(minutes(NVDA, MONDAY, 0, 60));
        desk.bars.put(minutes(TSLA, MONDAY, 0, 71));
        JobResult result = desk.run(after(MONDAY, 71));

        assertThat(result.items()).isEqualTo(1);
        assertThat(result.expected()).isEqualTo(2);
        assertThat(desk.coverage(after(MONDAY, 71)).isGood()).isFalse();
        assertThat(desk.coverage(after(MONDAY, 71)).detail())
                .startsWith("1 of 2, least share 0.8; 1 stale (NVDA)");
        assertThat(desk.coverage(after(MONDAY, 500)).isGood()).isTrue();
    }

    @Test
    @DisplayName("A-41: nothing computed is an alarm, and so is nothing expected")
    void isUnhealthyWithNothing() {
        assertThat(desk.coverage(after(MONDAY, 5)).isGood()).isFalse();
        assertThat(desk.run(after(MONDAY, 5)).expected()).isZero();
        assertThat(desk.coverage(after(MONDAY, 5)).isGood()).isFalse();
    }

    @Test
    @DisplayName("A-42: after three days without bars no feature is fresh")
    void countsNothingAsFreshAfterThreeDays() {
        desk.bars.put(day(NVDA, MONDAY));
        desk.run(after(MONDAY, 390));
        JobResult result = desk.run(after(THURSDAY, 200));

        assertThat(result.items()).isZero();
        assertThat(result.expected()).isEqualTo(1);
        assertThat(desk.coverage(after(THURSDAY, 200)).isGood()).isFalse();
        assertThat(desk.freshness(after(THURSDAY, 200)).isGood()).isFalse();
        assertThat(desk.features.batches()).hasSize(1);
    }

    @Test
    @DisplayName("A-114: features older than 600 s in session are unhealthy; the night is no delay")
    void judgesFreshnessFromTheOpen() {
        desk.bars.put(day(NVDA, MONDAY));
        desk.run(after(MONDAY, 390));
        desk.run(after(TUESDAY, 0));

        assertThat(desk.freshness(after(TUESDAY, 10)).isGood()).isTrue();
        assertThat(desk.freshness(after(TUESDAY, 10).plusSeconds(1)).isGood()).isFalse();
        assertThat(desk.coverage(after(TUESDAY, 0)).isGood()).isTrue();
    }

    @Test
    void readsLittleFromRunToRun() {
        desk.bars.put(day(NVDA, MONDAY));
        desk.bars.put(day(NVDA, TUESDAY));
        desk.run(after(TUESDAY, 100));
        long before = desk.bars.read();
        desk.run(after(TUESDAY, 101));
        assertThat(desk.bars.read() - before).isEqualTo(15);
    }

    private void assertSameAsComputedAtOnce(Instant asOf) {
        List<FeatureRow> rows = desk.features.of(NVDA);
        var other = new Desk(NVDA, TSLA);
        other.bars.put(desk.bars.all());
        other.run(asOf);
        assertThat(rows).isEqualTo(other.features.of(NVDA));
    }

    private List<Instant> starts() {
        return desk.features.of(NVDA).stream().map(FeatureRow::barStart).toList();
    }

    private static Instant[] minutesAfter(int from, int to) {
        return minutes(NVDA, MONDAY, from, to).stream().map(Bar::start).toArray(Instant[]::new);
    }
}
