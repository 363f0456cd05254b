package io.opspipeline.domain.market;

/// How a bar arrived.
public enum BarSource {
    /// The market-data stream.
    STREAM,
    /// A correction on the market-data stream.
    STREAM_UPDATE,
    /// A request for past bars.
    REST
}
