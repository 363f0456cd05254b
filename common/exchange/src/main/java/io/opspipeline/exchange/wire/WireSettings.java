package io.opspipeline.exchange.wire;

import io.opspipeline.exchange.wire.stream.StreamSettings;

/// How the network face behaves.
///
/// @param tradingRequestsPerMinute of the trading API, for each account and minute of the venue's
///   time
/// @param dataRequestsPerMinute of the data API, likewise
/// @param streams how the streams behave
public record WireSettings(
        int tradingRequestsPerMinute, int dataRequestsPerMinute, StreamSettings streams) {

    /// Alpaca's limits with a data subscription, and frames that wait for a flush.
    public static WireSettings lockstep() {
        return new WireSettings(200, 10_000, new StreamSettings(false, 1));
    }

    /// The same with frames that are sent at once.
    public static WireSettings immediate() {
        return new WireSettings(200, 10_000, new StreamSettings(true, 1));
    }
}
