/// What every command shares: the home folder, exit codes, and failures with a message.
///
/// ## Entry points
///
/// [io.opspipeline.cli.shell.Home], [io.opspipeline.cli.shell.ExitCode],
/// [io.opspipeline.cli.shell.CommandFailure].
///
/// ## Invariants
///
/// 1. A command finds the database of the last good run, or says that there is none yet.
@NullMarked
package io.opspipeline.cli.shell;

import org.jspecify.annotations.NullMarked;
