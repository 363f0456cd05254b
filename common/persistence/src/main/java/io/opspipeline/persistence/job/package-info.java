/// Runs, leases and wake-ups between processes.
///
/// ## Entry points
///
/// [io.opspipeline.persistence.job.PostgresRunLedger],
/// [io.opspipeline.persistence.job.PostgresLeases],
/// [io.opspipeline.persistence.job.PostgresWakeUps],
/// [io.opspipeline.persistence.job.PgNotifications].
///
/// ## Invariants
///
/// 1. A tick runs at most once at a time, and at most three times.
/// 2. A lease lives as long as the session that holds it.
@NullMarked
package io.opspipeline.persistence.job;

import org.jspecify.annotations.NullMarked;
