package io.opspipeline.domain.market;

/// Why the feed gave no usable quote.
public enum QuoteFault {
    /// The feed knows no quote of the instrument.
    MISSING,
    /// The ask is zero: nobody sells.
    NO_ASK,
    /// The bid of a stock is zero: its feed shows no quote on that side. An option may have no bid.
    NO_BID,
    /// The bid is above the ask.
    CROSSED,
    /// A price or size is not a number, or negative.
    MALFORMED
}
