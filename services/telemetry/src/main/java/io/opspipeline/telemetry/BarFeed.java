package io.opspipeline.telemetry;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.ports.market.BarStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps the bar stream open while this process owns the telemetry, on the tickers that are
/// collected: Alpaca allows one connection.
final class BarFeed implements AutoCloseable {

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

    /// Connects; harmless when it is connected.
    synchronized void open() {
        if (connection != null) {
            return;
        }
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

    /// Disconnects; harmless when it is not connected.
    @Override
    public synchronized void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
