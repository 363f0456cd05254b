package io.opspipeline.ports.store;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.Quote;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A quote of a contract as it was seen.
///
/// @param symbol the contract
/// @param seenAt when, UTC
/// @param quote bid and ask
/// @param impliedVolatility ours, on the mid, annual
/// @param delta ours, on the mid
/// @param volume contracts traded in the session
/// @param openInterest open at the end of the previous session
/// @param feed the feed, such as `opra`
public record RecordedQuote(
        OccSymbol symbol,
        Instant seenAt,
        Quote quote,
        OptionalDouble impliedVolatility,
        OptionalDouble delta,
        OptionalLong volume,
        OptionalInt openInterest,
        String feed) {}
