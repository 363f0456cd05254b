package io.opspipeline.market.indicator;

import io.opspipeline.domain.market.Bar;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// Nanoseconds for one bar of one ticker, over five sessions; run it with the Maven profile
/// `bench`. The other library computes fewer features: no trend, no alignment, no VWAP, no session
/// rules.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(2)
public class FeatureBenchmark {

    private static final int SESSIONS = 5;
    private static final int BARS = SESSIONS * 390;
    private static final int KEPT = 500;

    private final List<Bar> bars =
            new RandomBars(new Random(1)).sessions(LocalDate.of(2026, 11, 16), SESSIONS, 0, 0);

    /// Every feature, as rows.
    @Benchmark
    @OperationsPerInvocation(BARS)
    public void featureCalculator(Blackhole rows) {
        var calculator = new FeatureCalculator(Tape.NVDA, Tape.CALENDAR);
        for (Bar bar : bars) {
            rows.consume(calculator.add(bar));
        }
    }

    /// The indicators alone, without making a row.
    @Benchmark
    @OperationsPerInvocation(BARS)
    public void indicatorsOnly(Blackhole values) {
        var sessions = new SessionCursor(Tape.CALENDAR);
        var indicators = new Indicators();
        for (Bar bar : bars) {
            if (sessions.goTo(bar.start()) != SessionCursor.Step.SAME_SESSION) {
                indicators.startSession();
            }
            indicators.add(bar, sessions);
            values.consume(indicators.bars());
        }
    }

    /// What ta4j has of them.
    @Benchmark
    @OperationsPerInvocation(BARS)
    public void ta4j(Blackhole values) {
        var indicators = new Ta4jIndicators(KEPT);
        for (Bar bar : bars) {
            indicators.add(bar);
            values.consume(indicators.allAtEnd());
        }
    }
}
