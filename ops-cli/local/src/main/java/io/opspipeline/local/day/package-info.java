/// One market day traded by the whole pipeline in one process: the world it needs, the clock that
/// drives it, and what came of it.
///
/// ## Entry points
///
/// [io.opspipeline.local.day.TradingDay], [io.opspipeline.local.day.DayResult].
///
/// ## Invariants
///
/// 1. The same request gives the same journal.
/// 2. A day that fails leaves the current database as it was.
@NullMarked
package io.opspipeline.local.day;

import org.jspecify.annotations.NullMarked;
