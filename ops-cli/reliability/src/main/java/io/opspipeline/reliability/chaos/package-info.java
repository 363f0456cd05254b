/// Real processes, killed at random moments of a traded day.
///
/// ## Entry points
///
/// [io.opspipeline.reliability.chaos.Chaos].
@NullMarked
package io.opspipeline.reliability.chaos;

import org.jspecify.annotations.NullMarked;
