package io.opspipeline.persistence.market;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.BarSource;
import io.opspipeline.domain.market.StoredBar;
import io.opspipeline.domain.money.Price;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Bars per second stored: one minute of 6,000 stocks in one call; run it with the Maven profile
/// `bench`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class BarsBenchmark {

    private static final int STOCKS = 6_000;
    private static final Instant OPEN = Instant.parse("2026-11-19T14:30:00Z");

    private TestDatabase database;
    private PostgresBars bars;
    private long minute;

    /// A fresh database.
    @Setup
    public void open() {
        database = TestDatabase.create();
        bars = new PostgresBars(Database.over(database.dataSource()));
    }

    /// Drops it.
    @TearDown
    public void close() {
        database.close();
    }

    /// A new minute of every stock.
    @Benchmark
    @OperationsPerInvocation(STOCKS)
    public int store() {
        Instant start = OPEN.plus(Duration.ofMinutes(minute++));
        List<StoredBar> batch = new ArrayList<>(STOCKS);
        for (int stock = 0; stock < STOCKS; stock++) {
            batch.add(new StoredBar(bar(stock, start), BarSource.STREAM, "sip"));
        }
        return bars.store(batch, start.plusSeconds(61));
    }

    private static Bar bar(int stock, Instant start) {
        Price price = Price.of("100." + (10 + stock % 90));
        return new Bar(
                Ticker.of(
                        "S"
                                + Integer.toString(stock + 36 * 36 * 36, 36)
                                        .toUpperCase(java.util.Locale.ROOT)),
                start,
                price,
                price,
                price,
                price,
                1_000 + stock);
    }
}
