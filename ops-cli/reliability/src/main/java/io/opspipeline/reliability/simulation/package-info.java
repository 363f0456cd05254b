/// Trading under everything that can go wrong, from one seed: signals, quotes, faults of the
/// exchange, cut streams, killed processes. The same seed does the same again.
///
/// ## Entry points
///
/// [io.opspipeline.reliability.simulation.Simulation].
///
/// ## Invariants
///
/// 1. Every draw is a function of the seed and of its own name, never of what was drawn before by
///    somebody else.
/// 2. Nothing here looks at real time.
@NullMarked
package io.opspipeline.reliability.simulation;

import org.jspecify.annotations.NullMarked;
