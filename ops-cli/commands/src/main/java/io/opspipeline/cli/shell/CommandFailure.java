package io.opspipeline.cli.shell;

/// Ends a command with a message and an exit code.
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /// @param exitCode one of [ExitCode]
    /// @param message one line that says what is wrong and what to do
    public CommandFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /// One of [ExitCode].
    public int exitCode() {
        return exitCode;
    }
}
