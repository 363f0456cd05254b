package io.opspipeline.cli.shell;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Tells people what went wrong, with a hint, and programs by the exit code.
public final class Failures {

    private static final int MOST_HINTS = 3;

    private Failures() {}

    /// A command line that cannot be read.
    public static int misread(ParameterException failure, String[] args) {
        CommandLine line = failure.getCommandLine();
        line.getErr()
                .println(
                        error(
                                line,
                                "%s%s; see: %s --help"
                                        .formatted(
                                                oneLine(failure.getMessage()),
                                                hint(failure),
                                                line.getCommandSpec().qualifiedName())));
        return ExitCode.BAD_INPUT;
    }

    /// A command that did not end well.
    public static int tell(Exception failure, CommandLine line) {
        PrintWriter err = line.getErr();
        if (failure instanceof CommandFailure known) {
            err.println(error(line, String.valueOf(known.getMessage())));
            return known.exitCode();
        }
        err.println(error(line, "failed: " + failure));
        if (System.getenv("OPS_STACK_TRACES") != null) {
            failure.printStackTrace(err);
        } else {
            err.println("set OPS_STACK_TRACES=1 to see where");
        }
        return ExitCode.FAILED;
    }

    private static String hint(ParameterException failure) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        List<String> near = unmatched.getSuggestions().stream().limit(MOST_HINTS).toList();
        return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }

    private static String oneLine(@org.jspecify.annotations.Nullable String message) {
        return String.valueOf(message).replaceAll("\\s*\\R\\s*", " ");
    }

    private static CommandLine.Help.Ansi.Text error(CommandLine line, String message) {
        return line.getColorScheme().errorText(message);
    }
}
