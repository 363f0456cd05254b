/// What a person should know.
///
/// ## Entry points
///
/// [io.opspipeline.persistence.alert.PostgresAlerts].
///
/// ## Invariants
///
/// 1. An event id is stored once.
@NullMarked
package io.opspipeline.persistence.alert;

import org.jspecify.annotations.NullMarked;
