package io.opspipeline.runtime.setting;

import io.opspipeline.runtime.log.Secret;
import java.util.Optional;

/// One setting as the catalogue shows it.
///
/// @param key its full key, such as `dispatcher.cost.swing`
/// @param type its type, such as `BigDecimal` or `Set<String>`
/// @param defaultValue empty when a value must be given, or when it is optional
/// @param range empty when any value of the type will do
/// @param safetyFloor true when the default may not be undercut outside SIMULATED
/// @param description one line for people
public record Setting(
        String key,
        String type,
        Optional<String> defaultValue,
        Optional<Range> range,
        boolean safetyFloor,
        String description) {

    /// True when its value must never be shown or stored.
    public boolean isSecret() {
        return type.contains(Secret.class.getSimpleName());
    }

    /// The allowed values, both ends included, as they are written in configuration.
    public record Range(String min, String max) {

        @Override
        public String toString() {
            return min + " to " + max;
        }
    }
}
