package io.opspipeline.ports.setting;

/// A value that a service goes by and that is not the default.
///
/// @param key its full key
/// @param value as it was written
/// @param source where it was written
public record SettingInForce(String key, String value, Source source) {

    /// Where values come from; the later one wins.
    public enum Source {
        /// The service's file or its environment.
        FILE,
        /// The table `settings`.
        STORED,
        /// `--set`, in SIMULATED only.
        COMMAND_LINE
    }
}
