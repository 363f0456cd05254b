/// The `status` command: accounts, positions, jobs and signs of life of the last run.
///
/// ## Entry points
///
/// [io.opspipeline.cli.status.StatusCommand].
///
/// ## Invariants
///
/// 1. What is not known is shown as absent, never as good.
@NullMarked
package io.opspipeline.cli.status;

import org.jspecify.annotations.NullMarked;
