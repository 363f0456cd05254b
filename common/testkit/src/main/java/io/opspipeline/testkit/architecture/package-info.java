/// The structure of the code, as rules that every module's `ArchitectureTest` runs.
///
/// ## Entry points
///
/// [io.opspipeline.testkit.architecture.ArchitectureRules].
///
/// ## Invariants
///
/// 1. A rule names the class that breaks it and what that class must not see.
/// 2. A rule for which a module has no class passes there.
@NullMarked
package io.opspipeline.testkit.architecture;

import org.jspecify.annotations.NullMarked;
