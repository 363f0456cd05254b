/// Examines a machine, its accounts and its broker before anything trades, and while it does.
///
/// ## Entry points
///
/// [io.opspipeline.local.doctor.Doctor] makes a [io.opspipeline.local.doctor.Diagnosis].
///
/// ## Invariants
///
/// 1. No check hides another: one that breaks or hangs is a finding of its own name.
/// 2. What could not be looked at is never called good; it is skipped, and says why.
/// 3. Nothing is changed at the broker, and no second stream is opened beside a service's.
@NullMarked
package io.opspipeline.local.doctor;

import org.jspecify.annotations.NullMarked;
