package io.opspipeline.runtime.setting;

import java.io.Serial;

/// The configuration is wrong; the message names the key, the value and what is allowed. A process
/// that meets it at start ends with exit code 2.
public final class SettingsException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    /// A fault told in one line.
    public SettingsException(String message) {
        super(message);
    }
}
