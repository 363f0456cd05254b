/// Queries that people write themselves.
///
/// ## Entry points
///
/// [io.opspipeline.persistence.query.ReadOnlyQueries].
///
/// ## Invariants
///
/// 1. One statement, in a read-only transaction, as a role that may write nothing.
/// 2. Time and rows are bounded, and a result that was cut says so.
/// 3. The session is closed afterwards: nothing that a statement set or locked outlives it.
@NullMarked
package io.opspipeline.persistence.query;

import org.jspecify.annotations.NullMarked;
