/// The `logs` command: what the services wrote, from the files of this home.
///
/// ## Entry points
///
/// [io.opspipeline.cli.logs.LogsCommand].
///
/// ## Invariants
///
/// 1. A service that is unknown, or has not written yet, is told apart from one that has nothing to
///    say (incident 79).
/// 2. While following, no line is lost or shown twice when a file is rotated or cut.
@NullMarked
package io.opspipeline.cli.logs;

import org.jspecify.annotations.NullMarked;
