package io.opspipeline.exchange.wire;

import io.opspipeline.exchange.wire.stream.StreamSettings;
import java.util.Optional;

/// How the network face behaves.
///
/// @param tradingRequestsPerMinute of the trading API, for each account and minute of the venue's
///   time
/// @param dataRequestsPerMinute of the data API, likewise
/// @param streams how the streams behave
/// @param port of the loopback interface; 0 for a free one
/// @param time told on the clock stream; empty when the driver alone knows it
public record WireSettings(
        int tradingRequestsPerMinute,
        int dataRequestsPerMinute,
        StreamSettings streams,
        int port,
        Optional<PublishedTime> time) {

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
        return new WireSettings(200, 10_000, new StreamSettings(immediate, 1), port, time);
    }
}
