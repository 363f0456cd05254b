/// Prices as they were seen: bars, quotes and sightings.
///
/// ## Entry points
///
/// [io.opspipeline.domain.market.Bar], [io.opspipeline.domain.market.Quote],
/// [io.opspipeline.domain.market.QuoteReading].
///
/// ## Invariants
///
/// 1. A crossed quote cannot exist; the adapter returns an unusable reading with its reason.
/// 2. A bar is closed and belongs to one minute, named by its start.
@NullMarked
package io.opspipeline.domain.market;

import org.jspecify.annotations.NullMarked;
