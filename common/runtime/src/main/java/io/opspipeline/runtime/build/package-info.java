/// Which build this is.
///
/// ## Entry points
///
/// [io.opspipeline.runtime.build.BuildId].
///
/// ## Invariants
///
/// 1. The same commit has the same build id, on whatever machine and at whatever time it is built.
@NullMarked
package io.opspipeline.runtime.build;

import org.jspecify.annotations.NullMarked;
