/// The PostgreSQL adapter of the ports: one class per group of tables, in a package per group.
///
/// ## Entry points
///
/// [io.opspipeline.persistence.sql.Database], [io.opspipeline.persistence.DatabaseAddress].
///
/// ## Invariants
///
/// 1. Rows are written in batches, never one statement a row.
/// 2. Instants are stored in UTC to the microsecond.
/// 3. Whatever belongs to an account is selected with the account in the condition.
/// 4. No statement reads the clock of the server.
@NullMarked
package io.opspipeline.persistence;

import org.jspecify.annotations.NullMarked;
