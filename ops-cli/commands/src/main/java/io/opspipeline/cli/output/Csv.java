package io.opspipeline.cli.output;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Comma-separated values by RFC 4180; what is absent is empty.
public final class Csv {

    private Csv() {}

    /// The names of the columns.
    public static String header(List<String> names) {
        return names.stream().map(Csv::quoted).collect(Collectors.joining(","));
    }

    /// One row.
    public static String row(List<Optional<String>> cells) {
        return cells.stream()
                .map(cell -> cell.map(Csv::quoted).orElse(""))
                .collect(Collectors.joining(","));
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
