/// What is not well, as pure functions of a snapshot.
///
/// ## Entry points
///
/// [io.opspipeline.local.healthcheck.rules.HealthRules],
/// [io.opspipeline.local.healthcheck.rules.HealthSnapshot],
/// [io.opspipeline.local.healthcheck.rules.Condition].
///
/// ## Invariants
///
/// 1. What is missing counts as old: its age runs from the open of the session (incident 83).
/// 2. Silence outside a session is expected and no condition.
/// 3. The same outage gives the same name, subject and start.
@NullMarked
package io.opspipeline.local.healthcheck.rules;

import org.jspecify.annotations.NullMarked;
