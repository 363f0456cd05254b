package io.opspipeline.cli;

import io.opspipeline.cli.Transcript.Line;
import io.opspipeline.cli.shell.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// The text of docs/cli.md, from the commands and their examples.
record CliPage(CommandLine root, Transcript transcript) {

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("# The command line");
        lines.add("");
        lines.add("Made from the commands; do not edit. To make it anew:");
        lines.add("");
        lines.add(
                "`./mvnw -pl ops-cli/commands test -Dtest=CliPageTest -Dops.docs.write=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false`");
        lines.add("");
        lines.add(
                "Answers go to standard output, messages for people to standard error. With"
                        + " `--json` standard output is one JSON value (`logs`: one a line) and"
                        + " nothing else. Colours are for terminals; `NO_COLOR`, a pipe and"
                        + " `--no-color` turn them off. Times are New York's.");
        lines.add("");
        lines.add("| exit code | meaning |");
        lines.add("|---|---|");
        ExitCode.meanings()
                .forEach((code, meaning) -> lines.add("| %s | %s |".formatted(code, meaning)));
        root.getSubcommands().values().stream()
                .filter(line -> !line.getCommandSpec().usageMessage().hidden())
                .filter(line -> !line.getCommandName().equals("help"))
                .forEach(line -> add(lines, line));
        return String.join("\n", lines) + "\n";
    }

    private void add(List<String> lines, CommandLine line) {
        if (!line.getSubcommands().isEmpty()) {
            line.getSubcommands().values().forEach(each -> add(lines, each));
            return;
        }
        String name = line.getCommandSpec().qualifiedName().substring("ops-cli ".length());
        lines.add("");
        lines.add("## " + name);
        lines.add("");
        lines.add("```");
        lines.add(usage(line));
        lines.add("```");
        lines.add("");
        lines.add("Example: `ops-cli/ops-cli %s`".formatted(example(name)));
    }

    private String example(String name) {
        return transcript
                .exampleOf(name)
                .map(Line::typed)
                .orElseThrow(
                        () -> new IllegalStateException("transcript.txt has no line for: " + name));
    }

    private static String usage(CommandLine line) {
        return line.getUsageMessage(Ansi.OFF)
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
