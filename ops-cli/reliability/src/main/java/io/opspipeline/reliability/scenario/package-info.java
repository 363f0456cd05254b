/// Scenarios: what is given, what goes wrong, and how it must end. Each is a few lines that read
/// like a blotter; the services that run in it are the real ones.
///
/// ## Entry points
///
/// [io.opspipeline.reliability.scenario.Catalogue] (all of them),
/// [io.opspipeline.reliability.scenario.Scenario], [io.opspipeline.reliability.scenario.Theatre]
/// (runs them).
@NullMarked
package io.opspipeline.reliability.scenario;

import org.jspecify.annotations.NullMarked;
