/// What a log line carries besides its text: service, job, account, signal, order and run.
///
/// ## Entry points
///
/// [io.opspipeline.runtime.log.LogContext], [io.opspipeline.runtime.log.Secret].
///
/// ## Invariants
///
/// 1. Lines are JSON in ECS form; the keys of [io.opspipeline.runtime.log.LogContext] stand in them
///    by name.
/// 2. A secret never prints.
@NullMarked
package io.opspipeline.runtime.log;

import org.jspecify.annotations.NullMarked;
