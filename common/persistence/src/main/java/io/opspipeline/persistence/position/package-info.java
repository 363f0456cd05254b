/// Positions as fills make them, and how each ended.
///
/// ## Entry points
///
/// [io.opspipeline.persistence.position.PostgresPositions],
/// [io.opspipeline.persistence.position.PositionBook],
/// [io.opspipeline.persistence.position.ExitLevels].
///
/// ## Invariants
///
/// 1. A position exists only from fills or by adoption, one per account and symbol while it is
///    held.
/// 2. Stop and target are exact shares of the average entry, recomputed at every buying fill.
/// 3. No order of ours may ask for more than is held. What a broker sells beyond that all the same
///    is a fill of no position.
/// 4. End, outcome and event are one transaction.
@NullMarked
package io.opspipeline.persistence.position;

import org.jspecify.annotations.NullMarked;
