package io.opspipeline.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SpansTest {

    private static final Instant START = Instant.parse("2026-11-27T15:00:00Z");

    @Test
    @DisplayName("time that several spans share counts once")
    void countsSharedTimeOnce() {
        var spans = Spans.of(List.of(span(30, 50), span(10, 40), span(15, 20), span(70, 80)));
        assertThat(spans.within(span(0, 100))).isEqualTo(millis(50));
    }

    @Test
    @DisplayName("only what lies within the window counts")
    void cutsAtTheWindow() {
        var spans = Spans.of(List.of(span(0, 20), span(30, 40), span(50, 90)));
        assertThat(spans.within(span(10, 60))).isEqualTo(millis(10 + 10 + 10));
        assertThat(spans.within(span(12, 15))).isEqualTo(millis(3));
        assertThat(spans.within(span(20, 30))).isZero();
        assertThat(spans.within(span(95, 99))).isZero();
    }

    @Test
    void spansThatTouchAreOne() {
        var spans = Spans.of(List.of(span(10, 20), span(20, 30)));
        assertThat(spans.contains(at(20))).isTrue();
        assertThat(spans.within(span(15, 25))).isEqualTo(millis(10));
    }

    @Test
    void endsAreExcluded() {
        var spans = Spans.of(List.of(span(10, 20)));
        assertThat(spans.contains(at(9))).isFalse();
        assertThat(spans.contains(at(10))).isTrue();
        assertThat(spans.contains(at(20))).isFalse();
    }

    @Test
    void unionKeepsBoth() {
        var one = Spans.of(List.of(span(10, 30)));
        var other = Spans.of(List.of(span(20, 40), span(60, 70)));
        assertThat(one.and(other).within(span(0, 100))).isEqualTo(millis(40));
        assertThat(one.within(span(0, 100))).isEqualTo(millis(20));
    }

    @Test
    void noneIsNoTime() {
        assertThat(Spans.of(List.of()).within(span(0, 100))).isZero();
    }

    @Test
    @DisplayName("the union agrees with counting each millisecond, for many spans of all shapes")
    void agreesWithCounting() {
        var random = new java.util.Random(20261128);
        for (int round = 0; round < 300; round++) {
            List<Span> parts =
                    IntStream.range(0, random.nextInt(12))
                            .mapToObj(_ -> begun(random.nextInt(100), random.nextInt(30)))
                            .toList();
            Span window = begun(random.nextInt(100), random.nextInt(60));
            assertThat(Spans.of(parts).within(window))
                    .as("round %d: %s within %s", round, parts, window)
                    .isEqualTo(counted(parts, window));
        }
    }

    @Test
    void aSpanDoesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> span(20, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Duration counted(List<Span> parts, Span window) {
        boolean[] covered = new boolean[200];
        parts.forEach(part -> Arrays.fill(covered, offset(part.begin()), offset(part.end()), true));
        return millis(
                IntStream.range(offset(window.begin()), offset(window.end()))
                        .filter(each -> covered[each])
                        .count());
    }

    private static Span begun(int begin, int length) {
        return span(begin, begin + length);
    }

    private static int offset(Instant at) {
        return (int) Duration.between(START, at).toMillis();
    }

    static Span span(long beginMillis, long endMillis) {
        return new Span(at(beginMillis), at(endMillis));
    }

    private static Instant at(long millis) {
        return START.plusMillis(millis);
    }

    static Duration millis(long count) {
        return Duration.ofMillis(count);
    }
}
