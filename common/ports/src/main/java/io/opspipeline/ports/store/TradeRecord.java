package io.opspipeline.ports.store;

/// How trades went.
///
/// @param trades ended with a known result, zero or more
/// @param wins those that earned more than their fees
public record TradeRecord(int trades, int wins) {

    /// No trade at all.
    public static final TradeRecord NONE = new TradeRecord(0, 0);

    /// Refuses more wins than trades.
    public TradeRecord {
        if (wins < 0 || wins > trades) {
            throw new IllegalArgumentException(wins + " wins of " + trades + " trades");
        }
    }
}
