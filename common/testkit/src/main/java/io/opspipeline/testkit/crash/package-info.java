/// Processes that die at a chosen moment, and the matrix of what became of it.
///
/// ## Entry points
///
/// - [io.opspipeline.testkit.crash.MortalClient]: a database as a process sees it that dies.
/// - [io.opspipeline.testkit.crash.CrashMatrix]: state x event x crash point, without a hole.
///
/// ## Invariants
///
/// 1. A dead process has no effect any more: what it had not committed is rolled back.
/// 2. A cell of the matrix is an end that was seen, or a reason why there is none.
@NullMarked
package io.opspipeline.testkit.crash;

import org.jspecify.annotations.NullMarked;
