/// Settings as typed records: every key known, every value in its range, or the start is refused.
///
/// ## Entry points
///
/// [io.opspipeline.ports.setting.SettingsPrefix] on a record,
/// [io.opspipeline.runtime.setting.SettingsBinder],
/// [io.opspipeline.runtime.setting.SettingsCatalogue],
/// [io.opspipeline.runtime.setting.CurrentSettings].
///
/// ## Invariants
///
/// 1. An unknown key, a value of the wrong type and a value out of range are errors that name the
///    key; none is replaced by a default.
/// 2. Outside SIMULATED no safety floor is lowered and no value comes from the command line.
/// 3. A reload that fails keeps the last good values and says so.
@NullMarked
package io.opspipeline.runtime.setting;

import org.jspecify.annotations.NullMarked;
