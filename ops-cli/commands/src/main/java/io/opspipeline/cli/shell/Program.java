package io.opspipeline.cli.shell;

/// This program, for commands that start it again in a process of its own.
public final class Program {

    /// The class that reads the words.
    public static final String MAIN = "io.opspipeline.cli.OpsCli";

    private Program() {}
}
