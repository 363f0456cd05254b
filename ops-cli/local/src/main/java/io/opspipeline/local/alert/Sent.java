package io.opspipeline.local.alert;

/// What came of sending a notice.
public sealed interface Sent {

    /// The channel took it.
    record Taken() implements Sent {}

    /// The channel did not take it, or did not say so.
    ///
    /// @param reason one line, without secrets
    record Failed(String reason) implements Sent {}
}
