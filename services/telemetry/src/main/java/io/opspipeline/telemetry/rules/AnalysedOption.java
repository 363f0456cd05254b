package io.opspipeline.telemetry.rules;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.Quote;
import java.util.OptionalDouble;

/// A quoted contract with what its mid implies.
///
/// @param symbol the contract
/// @param quote its quote
/// @param impliedVolatility annual, on the mid; empty when there is none or nobody bids
/// @param delta on the mid; empty with the volatility
public record AnalysedOption(
        OccSymbol symbol, Quote quote, OptionalDouble impliedVolatility, OptionalDouble delta) {}
