/// Sessions of the New York stock exchange, and the zone that all session logic uses.
///
/// ## Entry points
///
/// [io.opspipeline.domain.calendar.SessionCalendar], [io.opspipeline.domain.calendar.Session],
/// [io.opspipeline.domain.calendar.NewYork].
///
/// ## Invariants
///
/// 1. All session logic goes through this package; stored instants are UTC.
/// 2. A session is open in [open, close).
/// 3. A day outside the known years is an error, never a guess.
@NullMarked
package io.opspipeline.domain.calendar;

import org.jspecify.annotations.NullMarked;
