/// Submits whose answer nobody can read, by the million: the real dispatcher and the real adapter
/// over the exchange's wire, one process for each account, on one virtual clock, over stores in
/// memory or in PostgreSQL.
///
/// ## Entry points
///
/// [io.opspipeline.reliability.submit.Submits] (runs them),
/// [io.opspipeline.reliability.submit.SubmitTally] (what they came to).
///
/// ## Invariants
///
/// 1. Until its share of submits is reached, no submit of a world gets a readable answer.
/// 2. What is counted is read from the exchange's events and books, and compared with what the
///    stores say through their ports.
/// 3. The same seed does the same again, whatever the stores.
@NullMarked
package io.opspipeline.reliability.submit;

import org.jspecify.annotations.NullMarked;
