/// The clock's companions: timers on whatever time the process runs on.
@NullMarked
package io.opspipeline.ports.time;

import org.jspecify.annotations.NullMarked;
