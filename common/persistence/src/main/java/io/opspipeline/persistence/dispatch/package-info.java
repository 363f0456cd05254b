/// The life of (signal, account) rows: from fan-out to the reservation of limits.
///
/// ## Entry points
///
/// [io.opspipeline.persistence.dispatch.PostgresDispatches].
///
/// ## Invariants
///
/// 1. Every change of status has a transition with time and reason, in the same transaction.
/// 2. Limits are read and reserved while the account's row is locked, so that entries of one
///    account take turns.
/// 3. Money at work is read in one statement: an entry that fills meanwhile is counted once,
///    neither twice nor not at all.
@NullMarked
package io.opspipeline.persistence.dispatch;

import org.jspecify.annotations.NullMarked;
