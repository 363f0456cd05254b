package io.opspipeline.cli.shell;

/// How a command ended.
public final class ExitCode {

    /// It did what it should.
    public static final int DONE = 0;

    /// It failed on the way.
    public static final int FAILED = 1;

    /// What it was given cannot be used: an option, a setting, a file, a query.
    public static final int BAD_INPUT = 2;

    /// There is nothing to show yet.
    public static final int NOTHING_YET = 3;

    /// It was refused, because it would not be safe: a check failed, or a person must confirm.
    public static final int REFUSED = 4;

    /// It needs a running system, and nothing is up here.
    public static final int NOT_UP = 5;

    private ExitCode() {}
}
