/// What time it is for the pipeline: the wall's time when it trades at a broker, the exchange's own
/// when it is simulated.
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
