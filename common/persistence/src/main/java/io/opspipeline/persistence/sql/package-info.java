/// Statements and transactions, and values on their way into statements and out of rows.
///
/// ## Entry points
///
/// [io.opspipeline.persistence.sql.Database], [io.opspipeline.persistence.sql.Column],
/// [io.opspipeline.persistence.sql.Row], [io.opspipeline.persistence.sql.Bound].
///
/// ## Invariants
///
/// 1. A null column is an empty Optional, never a 0 or an empty text.
/// 2. Instants keep microseconds, the precision of the server.
@NullMarked
package io.opspipeline.persistence.sql;

import org.jspecify.annotations.NullMarked;
