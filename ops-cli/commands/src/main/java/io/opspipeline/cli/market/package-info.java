/// What time it is for the pipeline: that of its services when they trade at a broker, which is the
/// machine's unless an exchange stands in the broker's place; the exchange's own when it is
/// simulated.
///
/// ## Entry points
///
/// [io.opspipeline.cli.market.MarketMoment].
///
/// ## Invariants
///
/// 1. Ages are told against this time, never against the wall alone: a simulated day is another
///    day.
@NullMarked
package io.opspipeline.cli.market;

import org.jspecify.annotations.NullMarked;
