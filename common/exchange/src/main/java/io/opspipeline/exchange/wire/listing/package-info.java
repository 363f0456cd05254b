/// What is listed, filtered and cut into pages as both APIs do it.
///
/// ## Entry points
///
/// [io.opspipeline.exchange.wire.listing.ContractFilter],
/// [io.opspipeline.exchange.wire.listing.Symbols], [io.opspipeline.exchange.wire.listing.Page].
///
/// ## Invariants
///
/// 1. Following the tokens shows every item once, as long as nothing is added before the token.
@NullMarked
package io.opspipeline.exchange.wire.listing;

import org.jspecify.annotations.NullMarked;
