package io.opspipeline.exchange.wire.stream;

/// How the streams behave.
///
/// @param immediate true when frames are sent as they arise, false when they wait for a flush
/// @param priceStreamsPerAccount connections to each feed of prices that one account may have, at
///   least 1; Alpaca allows 1
public record StreamSettings(boolean immediate, int priceStreamsPerAccount) {

    /// Refuses streams that nobody may open.
    public StreamSettings {
        if (priceStreamsPerAccount < 1) {
            throw new IllegalArgumentException(
                    "price streams per account must be at least 1, was " + priceStreamsPerAccount);
        }
    }
}
