package io.opspipeline.cli.output;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows in columns as wide as their widest cell; numbers stand right.
public final class TextTable {

    private static final String GAP = "  ";
    private static final int WIDEST = 60;

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    /// A table with these column names.
    public TextTable(List<String> header) {
        this.header = List.copyOf(header);
    }

    /// A table with these column names.
    public static TextTable of(String... header) {
        return new TextTable(List.of(header));
    }

    /// Adds a row; what is absent shows as a dash.
    public TextTable row(Object... cells) {
        List<Object> all = new ArrayList<>();
        java.util.Collections.addAll(all, cells);
        return row(all);
    }

    /// Adds a row; what is absent shows as a dash.
    public TextTable row(List<?> cells) {
        rows.add(cells.stream().map(TextTable::text).toList());
        return this;
    }

    /// True without rows.
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /// The lines, header first.
    public List<String> lines() {
        List<List<String>> all = new ArrayList<>();
        all.add(header);
        all.addAll(rows);
        int[] widths =
                IntStream.range(0, header.size()).map(column -> width(all, column)).toArray();
        boolean[] right = new boolean[widths.length];
        for (int column = 0; column < right.length; column++) {
            right[column] = isNumeric(column);
        }
        return all.stream().map(row -> line(row, widths, right)).toList();
    }

    @Override
    public String toString() {
        return String.join(System.lineSeparator(), lines());
    }

    private static int width(List<List<String>> rows, int column) {
        int widest = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        return Math.min(widest, WIDEST);
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty()
                && rows.stream()
                        .map(row -> row.get(column))
                        .allMatch(cell -> cell.equals("-") || cell.matches("[-+]?[0-9.,%]+"));
    }

    private static String line(List<String> row, int[] widths, boolean[] right) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> padded(row.get(column), widths[column], right[column]))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static String padded(String cell, int width, boolean right) {
        String cut = cell.length() > width ? cell.substring(0, width - 1) + "…" : cell;
        String space = " ".repeat(width - cut.length());
        return right ? space + cut : cut + space;
    }

    private static String text(@org.jspecify.annotations.Nullable Object cell) {
        return switch (cell) {
            case null -> "-";
            case java.util.Optional<?> maybe -> maybe.map(TextTable::text).orElse("-");
            case BigDecimal number -> Decimals.text(number);
            case Object other -> other.toString();
        };
    }
}
