/// The problems that the exchange poses, so that what finds them can be proven over the real wire.
///
/// ## Entry points
///
/// [io.opspipeline.exchange.pose.Pose].
///
/// ## Invariants
///
/// 1. A posed problem shows on the wire with the status and the body of the broker's own.
@NullMarked
package io.opspipeline.exchange.pose;

import org.jspecify.annotations.NullMarked;
