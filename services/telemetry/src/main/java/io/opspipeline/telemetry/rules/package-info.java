/// The decisions of telemetry: which minutes are missing, and what an option chain says of
/// volatility.
///
/// ## Entry points
///
/// [io.opspipeline.telemetry.rules.SessionMinutes],
/// [io.opspipeline.telemetry.rules.OptionAnalysisRule],
/// [io.opspipeline.telemetry.rules.ThirtyDayVolatilityRule].
///
/// ## Invariants
///
/// 1. Only closed minutes of regular sessions are ever missing.
/// 2. A volatility that cannot be computed is absent, never zero.
@NullMarked
package io.opspipeline.telemetry.rules;

import org.jspecify.annotations.NullMarked;
