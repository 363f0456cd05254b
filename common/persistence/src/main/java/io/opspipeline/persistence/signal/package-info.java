/// Signals, holds and near misses.
///
/// ## Entry points
///
/// [io.opspipeline.persistence.signal.PostgresSignals].
///
/// ## Invariants
///
/// 1. At most one signal of a ticker is open, and it is the newest.
@NullMarked
package io.opspipeline.persistence.signal;

import org.jspecify.annotations.NullMarked;
