/// What `flatten --direct` does: closes everything with nothing but the broker.
///
/// ## Entry points
///
/// [io.opspipeline.cli.flatten.DirectFlattening].
///
/// ## Invariants
///
/// 1. No database and no service is needed.
@NullMarked
package io.opspipeline.cli.flatten;

import org.jspecify.annotations.NullMarked;
