package io.opspipeline.cli.shell;

/// This program, for commands that start it again as another process.
public final class Program {

    /// The class whose `main` runs a command line. A name, because it knows every command and no
    /// command may know it.
    public static final String MAIN_CLASS = "io.opspipeline.cli.OpsCli";

    private Program() {}
}
