package io.opspipeline.exchange.market.generated;

import io.opspipeline.domain.instrument.Right;
import io.opspipeline.exchange.market.OptionListing;

/// A contract of a generated chain and what does not change about it in a session.
///
/// @param listing as it is listed
/// @param expiry place of its expiry among the chain's
/// @param strike dollars per share
/// @param grid its ticks
/// @param key of its own noise
/// @param activity how much it is traded
record Contract(
        OptionListing listing,
        int expiry,
        double strike,
        TickGrid grid,
        long key,
        ContractActivity activity) {

    Right right() {
        return listing.symbol().right();
    }
}
