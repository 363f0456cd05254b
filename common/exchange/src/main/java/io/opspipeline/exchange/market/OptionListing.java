package io.opspipeline.exchange.market;

import io.opspipeline.domain.instrument.OccSymbol;

/// A listed option contract.
///
/// @param symbol its OCC symbol
/// @param pennyProgram true when it trades in cents below 3.00 and five cents from there
/// @param centsEverywhere true when it trades in cents at every price (SPY, QQQ, IWM)
public record OptionListing(OccSymbol symbol, boolean pennyProgram, boolean centsEverywhere) {}
