/// Positions: made by fills alone, ended with a reason and an outcome.
///
/// ## Entry points
///
/// [io.opspipeline.domain.position.Position], [io.opspipeline.domain.position.PositionMachine].
///
/// ## Invariants
///
/// 1. At most one position of an account and instrument has not ended.
/// 2. The quantity is the sum of its fills.
/// 3. Every end has a reason and writes one outcome.
@NullMarked
package io.opspipeline.domain.position;

import org.jspecify.annotations.NullMarked;
