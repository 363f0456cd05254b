/// Measurements of the whole pipeline in processes of its own.
///
/// ## Entry points
///
/// [io.opspipeline.local.bench.BarLatency], [io.opspipeline.local.bench.QuoteLatency],
/// [io.opspipeline.local.bench.ControlLatency].
///
/// ## Invariants
///
/// 1. Sent and arrived are read from one watch, in the JVM of the exchange.
/// 2. What caused no order is counted and shown, never left out.
/// 3. Shares come from recordings that the services make of themselves; the parts of a window add
///    up to the window.
@NullMarked
package io.opspipeline.local.bench;

import org.jspecify.annotations.NullMarked;
