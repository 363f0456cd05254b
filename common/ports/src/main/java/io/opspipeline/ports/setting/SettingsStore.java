package io.opspipeline.ports.setting;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Settings that an operator changed; every change is audited.
public interface SettingsStore {

    /// Every stored value that has not expired, by key.
    Map<String, String> values(Instant asOf);

    /// Sets or removes a value.
    ///
    /// @param value empty to go back to the default
    /// @param expiresAt when it reverts by itself; empty for never
    /// @param by who changes it
    void change(
            String key, Optional<String> value, Optional<Instant> expiresAt, String by, Instant at);
}
