/// Time as the process runs on it: real, or one ordered queue of everything that happens.
///
/// ## Entry points
///
/// [io.opspipeline.runtime.time.VirtualTime], [io.opspipeline.runtime.time.RealTimers],
/// [io.opspipeline.runtime.time.CountedFrames].
///
/// ## Invariants
///
/// 1. Virtual time never goes back, and stands still while an entry runs.
/// 2. Entries of the same instant run in the order stage, account, natural key, insertion.
/// 3. A machine's clock that is set back keeps nothing waiting: real timers go by what has passed.
/// 4. An entry that throws is counted and never stops the queue.
@NullMarked
package io.opspipeline.runtime.time;

import org.jspecify.annotations.NullMarked;
