package io.opspipeline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// The command lines of `transcript.txt`; that file says how it is written.
record Transcript(List<Line> lines) {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    /// A command line and what must come of it.
    ///
    /// @param typed as it stands in the file
    /// @param runs false when it is only read
    /// @param code exit code
    /// @param out expressions that lines of standard output hold
    /// @param err expressions that lines of standard error hold
    /// @param json true when standard output is one JSON value
    record Line(
            String typed,
            boolean runs,
            int code,
            List<String> out,
            List<String> err,
            boolean json) {

        String[] words() {
            return WORD.matcher(typed)
                    .results()
                    .map(found -> Optional.ofNullable(found.group(1)).orElseGet(found::group))
                    .toArray(String[]::new);
        }

        @Override
        public String toString() {
            return typed;
        }
    }

    static Transcript read() {
        return new Transcript(
                Arrays.stream(text().split("\\n\\s*\\n"))
                        .map(block -> block.lines().filter(line -> !line.startsWith("#")).toList())
                        .filter(block -> !block.isEmpty())
                        .map(Transcript::line)
                        .toList());
    }

    /// The line that shows how a command is used.
    Optional<Line> exampleOf(String command) {
        return lines.stream()
                .filter(line ->
                        line.typed().equals(command) || line.typed().startsWith(command + " "))
                .findFirst();
    }

    private static Line line(List<String> block) {
        String head = block.getFirst();
        if (!head.startsWith("$ ") && !head.startsWith("% ")) {
            throw new IllegalArgumentException("a block begins with $ or %, not: " + head);
        }
        return new Line(
                head.substring(2),
                head.startsWith("$"),
                marked(block, "=").stream().findFirst().map(Integer::parseInt).orElse(0),
                marked(block, ">"),
                marked(block, "!"),
                block.contains("{}"));
    }

    private static List<String> marked(List<String> block, String mark) {
        List<String> found = new ArrayList<>();
        block.stream()
                .filter(line -> line.startsWith(mark + " "))
                .forEach(line -> found.add(line.substring(2)));
        return found;
    }

    private static String text() {
        try (InputStream in = Transcript.class.getResourceAsStream("/transcript.txt")) {
            return new String(
                    Objects.requireNonNull(in, "transcript.txt").readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
