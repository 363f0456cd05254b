/// The command line: one class per command.
///
/// ## Entry points
///
/// [io.opspipeline.cli.OpsCli].
///
/// ## Invariants
///
/// 1. Exit codes are those of [io.opspipeline.cli.shell.ExitCode].
/// 2. With `--json` standard output holds one JSON value and nothing else.
/// 3. Messages for people go to standard error; each says what to do next.
@NullMarked
package io.opspipeline.cli;

import org.jspecify.annotations.NullMarked;
