/// Settings that an operator changed.
///
/// ## Entry points
///
/// [io.opspipeline.persistence.setting.PostgresSettingsStore].
///
/// ## Invariants
///
/// 1. A change and its audit row are one transaction.
@NullMarked
package io.opspipeline.persistence.setting;

import org.jspecify.annotations.NullMarked;
