package io.opspipeline.telemetry;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.ports.market.BarStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// Keeps the bar stream open while the service runs, on the tickers that are collected.
final class BarFeed implements SmartLifecycle {

    private final BarStream stream;
    private final BarIntake intake;
    private final CollectedTickers tickers;
    private BarStream.@Nullable Connection connection;
    private Set<Ticker> subscribed = Set.of();

    BarFeed(BarStream stream, BarIntake intake, CollectedTickers tickers) {
        this.stream = stream;
        this.intake = intake;
        this.tickers = tickers;
    }

    @Override
    public synchronized void start() {
        subscribed = tickers.now();
        connection = stream.open(subscribed, intake);
    }

    /// Subscribes to what is collected now, if that has changed.
    synchronized void follow(Set<Ticker> collected) {
        if (connection != null && !collected.equals(subscribed)) {
            connection.subscribe(collected);
            subscribed = Set.copyOf(collected);
        }
    }

    @Override
    public synchronized void stop() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return connection != null;
    }
}
