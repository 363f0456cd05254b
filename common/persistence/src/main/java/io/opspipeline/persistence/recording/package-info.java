/// What is recorded from the first day: implied volatilities, option quotes, equity, reports.
///
/// ## Entry points
///
/// [io.opspipeline.persistence.recording.PostgresOptionHistory],
/// [io.opspipeline.persistence.recording.PostgresEquityHistory],
/// [io.opspipeline.persistence.recording.PostgresReports].
///
/// ## Invariants
///
/// 1. A recording made again changes nothing, except that the last volatility of a day and the last
///    report of a session count.
@NullMarked
package io.opspipeline.persistence.recording;

import org.jspecify.annotations.NullMarked;
