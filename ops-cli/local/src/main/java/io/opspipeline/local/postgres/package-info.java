/// The PostgreSQL of one machine: binaries from the build, one cluster in the home folder, a new
/// database for each run.
///
/// ## Entry points
///
/// [io.opspipeline.local.postgres.LocalPostgres].
///
/// ## Invariants
///
/// 1. The server outlives the command that started it, and stops after 15 idle minutes.
/// 2. The current database changes only when a run has succeeded.
@NullMarked
package io.opspipeline.local.postgres;

import org.jspecify.annotations.NullMarked;
