/// The `demo` command: trades one market day and shows it going by.
///
/// ## Entry points
///
/// [io.opspipeline.cli.demo.DemoCommand].
///
/// ## Invariants
///
/// 1. A day that cannot be traded as asked ends with exit code 2 and changes nothing.
@NullMarked
package io.opspipeline.cli.demo;

import org.jspecify.annotations.NullMarked;
