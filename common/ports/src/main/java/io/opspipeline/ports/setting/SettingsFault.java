package io.opspipeline.ports.setting;

import java.time.Instant;
import java.util.Optional;

/// A stored value that is refused. While there is one, nobody makes entries.
///
/// @param service who refuses it; empty when no service has such a setting
/// @param key its key, or the part of the settings that does not fit together
/// @param reason one line that names the key
/// @param since when the value was stored, UTC
public record SettingsFault(Optional<String> service, String key, String reason, Instant since) {

    /// Names the event for alerts: the same fault, met by several services, is one.
    public String eventId() {
        return "settings " + key + " " + since;
    }
}
