package io.opspipeline.cli.shell;

import io.opspipeline.cli.output.Json;
import io.opspipeline.cli.output.Style;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How a command answers: text for people, or JSON for programs. Mixed into every command.
public final class Voice {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Option(names = "--json", description = "JSON on standard output, and nothing else")
    private boolean json;

    /// True when a program reads the answer.
    public boolean isJson() {
        return json;
    }

    /// Standard output.
    public PrintWriter out() {
        return line().getOut();
    }

    /// Where remarks for people go, beside the answer.
    public PrintWriter err() {
        return line().getErr();
    }

    /// Coloured when a person sees it and has not asked for plain text.
    public Style style() {
        return Style.coloured(line().getColorScheme().ansi().enabled());
    }

    /// Answers with a value, as JSON or as lines of text.
    public void answer(Object value, Function<Style, List<String>> lines) {
        if (json) {
            out().println(Json.of(value));
        } else {
            lines.apply(style()).forEach(out()::println);
        }
    }

    private CommandLine line() {
        return command.commandLine();
    }
}
