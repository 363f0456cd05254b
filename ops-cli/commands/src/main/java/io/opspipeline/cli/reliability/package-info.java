/// Commands that prove what the system does when things go wrong: `faults`, `simulate`.
///
/// ## Entry points
///
/// [io.opspipeline.cli.reliability.FaultsCommand],
/// [io.opspipeline.cli.reliability.SimulateCommand].
@NullMarked
package io.opspipeline.cli.reliability;

import org.jspecify.annotations.NullMarked;
