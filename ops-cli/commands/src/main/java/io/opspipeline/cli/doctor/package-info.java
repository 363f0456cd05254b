/// The `doctor` command, and the green light that `up` waits for.
///
/// ## Entry points
///
/// [io.opspipeline.cli.doctor.DoctorCommand], [io.opspipeline.cli.doctor.GreenLight].
///
/// ## Invariants
///
/// 1. At a broker nothing is started unless every check is green.
@NullMarked
package io.opspipeline.cli.doctor;

import org.jspecify.annotations.NullMarked;
