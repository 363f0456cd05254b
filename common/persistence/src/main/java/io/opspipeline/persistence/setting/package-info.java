/// Settings that an operator changed, and what the services made of them.
///
/// ## Entry points
///
/// [io.opspipeline.persistence.setting.PostgresSettingsStore],
/// [io.opspipeline.persistence.setting.PostgresSettingsReads],
/// [io.opspipeline.persistence.setting.SettingsAudit].
///
/// ## Invariants
///
/// 1. A change, its audit row and its announcement are one transaction.
/// 2. Changes take turns, so that an audit's old value is the one that was replaced.
@NullMarked
package io.opspipeline.persistence.setting;

import org.jspecify.annotations.NullMarked;
