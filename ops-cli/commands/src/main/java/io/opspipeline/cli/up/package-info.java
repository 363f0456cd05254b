/// The commands that start, steer and stop a run of processes: `up`, `down`, `services`, `run`,
/// `exchange`.
///
/// ## Entry points
///
/// [io.opspipeline.cli.up.UpCommand], [io.opspipeline.cli.up.SuperviseCommand].
///
/// ## Invariants
///
/// 1. What is wrong with an option is said before anything is started.
/// 2. A command that needs a run ends with 5 when nothing is up.
@NullMarked
package io.opspipeline.cli.up;

import org.jspecify.annotations.NullMarked;
