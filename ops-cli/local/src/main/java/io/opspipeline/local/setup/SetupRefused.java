package io.opspipeline.local.setup;

/// What was asked for cannot be set up; it is said before anything is written.
public final class SetupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param message one line that says what is wrong and what to do
    public SetupRefused(String message) {
        super(message);
    }
}
