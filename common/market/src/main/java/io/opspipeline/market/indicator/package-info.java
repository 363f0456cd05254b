/// The features of a ticker, bar by bar (trading rules, section 5): every indicator keeps what it
/// needs in fixed rings, so that a bar costs the same on any day.
///
/// ## Entry points
///
/// [io.opspipeline.market.indicator.FeatureCalculator].
///
/// ## Invariants
///
/// 1. Closes, highs, lows and volumes are summed and compared as whole numbers (millionths of a
///    dollar, shares): sums do not drift, and a mean of equal closes is that close.
/// 2. A value depends on the bars of its window only, not on when the calculator was started. The
///    Wilder means are the exception: their start fades by one part in fourteen a bar.
/// 3. No window reaches across a missing session or a restart.
/// 4. What cannot be computed is absent and has a reason, never zero or NaN.
/// 5. No indicator allocates after it was made.
@NullMarked
package io.opspipeline.market.indicator;

import org.jspecify.annotations.NullMarked;
