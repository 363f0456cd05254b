/// The `data` command: named queries and SQL of one's own, read only.
///
/// ## Entry points
///
/// [io.opspipeline.cli.query.DataCommand].
///
/// ## Invariants
///
/// 1. Nothing here can write: every statement runs as a role that may only read.
@NullMarked
package io.opspipeline.cli.query;

import org.jspecify.annotations.NullMarked;
