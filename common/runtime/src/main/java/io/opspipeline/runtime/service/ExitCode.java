package io.opspipeline.runtime.service;

/// How a process ends.
public enum ExitCode {
    /// What was asked is done.
    DONE(0),
    /// It was tried and failed.
    FAILED(1),
    /// It was not tried: the command line, the settings or the accounts are wrong.
    MISCONFIGURED(2);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /// The number that the operating system sees.
    public int number() {
        return number;
    }
}
