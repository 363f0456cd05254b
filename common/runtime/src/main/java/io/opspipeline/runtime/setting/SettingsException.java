package io.opspipeline.runtime.setting;

import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The configuration is wrong; the message names the key, the value and what is allowed. A process
/// that meets it at start ends with exit code 2.
public final class SettingsException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final @Nullable String key;

    /// A fault told in one line.
    public SettingsException(String message) {
        super(message);
        this.key = null;
    }

    /// A fault of one setting, told in one line.
    public SettingsException(String key, String message) {
        super(message);
        this.key = key;
    }

    /// The setting at fault; empty when it is not one setting alone.
    public Optional<String> key() {
        return Optional.ofNullable(key);
    }
}
