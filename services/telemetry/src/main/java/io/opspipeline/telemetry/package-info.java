/// Collects minute bars, splits and option quotes, and heals what the stream missed.
///
/// ## Entry points
///
/// [io.opspipeline.telemetry.TelemetryApplication],
/// [io.opspipeline.telemetry.TelemetryConfiguration] (the map of this service),
/// [io.opspipeline.telemetry.BarIntake] (the stream), [io.opspipeline.telemetry.TelemetryJob]
/// (every minute), [io.opspipeline.telemetry.IvRecordJob] (once a day).
///
/// ## Invariants
///
/// 1. Only bars of regular sessions are stored, each with its source and feed.
/// 2. A wake-up follows the commit of the bars that it announces.
/// 3. Every settled minute of a session has a bar, or a record that says why it has none.
/// 4. What goes wrong for one ticker stays with that ticker.
@NullMarked
package io.opspipeline.telemetry;

import org.jspecify.annotations.NullMarked;
