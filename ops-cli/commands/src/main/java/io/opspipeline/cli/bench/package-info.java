/// The command `bench`: measurements on this machine.
///
/// ## Entry points
///
/// [io.opspipeline.cli.bench.BenchCommand].
///
/// ## Invariants
///
/// 1. It touches nothing of a run that is up but the machine's cores.
@NullMarked
package io.opspipeline.cli.bench;

import org.jspecify.annotations.NullMarked;
