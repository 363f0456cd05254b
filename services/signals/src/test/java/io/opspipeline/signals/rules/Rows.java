package io.opspipeline.signals.rules;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.signal.FeatureRow;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Feature rows for tests. The mean is 100, so a close of 101 is one percent away from it.
///
/// @param close dollars
/// @param run closes in a row, against the mean when negative
public record Rows(
        Instant barStart,
        double close,
        OptionalInt trend,
        int run,
        OptionalDouble volumeRatio,
        OptionalInt breakout,
        OptionalDouble alignment) {

    public static final Ticker NVDA = Ticker.of("NVDA");
    public static final Instant BAR = Instant.parse("2026-11-23T15:00:00Z");
    private static final double MEAN = 100;

    /// Bullish, believed 0.4025: run of 3, one percent above the mean, volume 2.1, no alignment.
    public static Rows bullish() {
        return new Rows(
                BAR,
                101,
                OptionalInt.of(1),
                3,
                OptionalDouble.of(2.1),
                OptionalInt.of(0),
                OptionalDouble.empty());
    }

    /// Bullish, believed 0.8625: run of 6, breakout, volume 3.0, two of four frames.
    public static Rows strong() {
        return bullish().run(1, 6).volume(3).breaking(1).aligned(0.6667);
    }

    public Rows at(Instant start) {
        return new Rows(start, close, trend, run, volumeRatio, breakout, alignment);
    }

    public Rows close(double dollars) {
        return new Rows(barStart, dollars, trend, run, volumeRatio, breakout, alignment);
    }

    public Rows run(int direction, int length) {
        return new Rows(
                barStart,
                close,
                OptionalInt.of(direction),
                length,
                volumeRatio,
                breakout,
                alignment);
    }

    public Rows volume(double ratio) {
        return new Rows(barStart, close, trend, run, OptionalDouble.of(ratio), breakout, alignment);
    }

    public Rows breaking(int direction) {
        return new Rows(
                barStart, close, trend, run, volumeRatio, OptionalInt.of(direction), alignment);
    }

    public Rows aligned(double share) {
        return new Rows(
                barStart, close, trend, run, volumeRatio, breakout, OptionalDouble.of(share));
    }

    public Rows withoutVolume() {
        return new Rows(barStart, close, trend, run, OptionalDouble.empty(), breakout, alignment);
    }

    public Rows withoutTrend() {
        return new Rows(barStart, close, OptionalInt.empty(), 0, volumeRatio, breakout, alignment);
    }

    /// The same row upside down.
    public Rows mirrored() {
        return new Rows(
                barStart,
                2 * MEAN - close,
                negated(trend),
                run,
                volumeRatio,
                negated(breakout),
                alignment);
    }

    public FeatureRow row() {
        return row(NVDA);
    }

    public FeatureRow row(Ticker ticker) {
        return new FeatureRow(
                ticker,
                barStart,
                Price.ofComputed(close),
                OptionalDouble.of(MEAN),
                OptionalDouble.empty(),
                volumeRatio,
                trend,
                run,
                OptionalDouble.of((close - MEAN) / MEAN),
                breakout,
                alignment,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private static OptionalInt negated(OptionalInt direction) {
        return direction.isPresent() ? OptionalInt.of(-direction.getAsInt()) : OptionalInt.empty();
    }
}
