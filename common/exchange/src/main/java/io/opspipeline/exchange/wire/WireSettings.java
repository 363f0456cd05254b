package io.opspipeline.exchange.wire;

import io.opspipeline.exchange.pose.DataPlan;
import io.opspipeline.exchange.pose.Pose;
import io.opspipeline.exchange.wire.stream.StreamSettings;
import java.time.Duration;
import java.util.Optional;

/// How the network face behaves.
///
/// @param tradingRequestsPerMinute of the trading API, for each account and minute of the venue's
///   time
/// @param dataRequestsPerMinute of the data API, likewise
/// @param streams how the streams behave
/// @param port of the loopback interface; 0 for a free one
/// @param time told on the clock stream; empty when the driver alone knows it
/// @param plan what the data subscription gives
/// @param clockSkew how far the clock of the trading API lies ahead of the venue's
public record WireSettings(
        int tradingRequestsPerMinute,
        int dataRequestsPerMinute,
        StreamSettings streams,
        int port,
        Optional<PublishedTime> time,
        DataPlan plan,
        Duration clockSkew) {

    private static final int TRADING_REQUESTS = 200;
    private static final int DATA_REQUESTS = 10_000;

    /// Alpaca's limits with a data subscription, and frames that wait for a flush.
    public static WireSettings lockstep() {
        return standard(false, 0, Optional.empty());
    }

    /// The same with frames that are sent at once.
    public static WireSettings immediate() {
        return standard(true, 0, Optional.empty());
    }

    /// For clients in other processes: frames that are sent at once, and a clock stream.
    public static WireSettings realTime(int port, PublishedTime time) {
        return standard(true, port, Optional.of(time));
    }

    private static WireSettings standard(
            boolean immediate, int port, Optional<PublishedTime> time) {
        return new WireSettings(
                TRADING_REQUESTS,
                DATA_REQUESTS,
                new StreamSettings(immediate, 1),
                port,
                time,
                DataPlan.FULL,
                Duration.ZERO);
    }

    /// The same with other limits.
    ///
    /// @param trading requests a minute of the trading API, for each account
    /// @param prices requests a minute of the data API, likewise
    public WireSettings withLimits(int trading, int prices) {
        return new WireSettings(trading, prices, streams, port, time, plan, clockSkew);
    }

    /// The same, posing as a broker.
    public WireSettings with(Pose pose) {
        return new WireSettings(
                pose.requestsPerMinute().orElse(tradingRequestsPerMinute),
                pose.requestsPerMinute().orElse(dataRequestsPerMinute),
                streams,
                port,
                time,
                pose.plan(),
                pose.clockSkew());
    }
}
