package io.opspipeline.cli.query;

import io.opspipeline.cli.output.Csv;
import io.opspipeline.cli.output.TextTable;
import io.opspipeline.persistence.query.QueryResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The rows of a query, as people and programs want them.
///
/// @param result what the database said
record Rows(QueryResult result) {

    /// A table, and how many rows there are.
    List<String> text() {
        TextTable table = new TextTable(result.columns());
        result.rows().forEach(table::row);
        List<String> lines = new ArrayList<>(table.lines());
        lines.add(
                result.isCut()
                        ? "%d rows shown, there are more; --limit shows them"
                                .formatted(result.rows().size())
                        : result.rows().size() + " rows");
        return lines;
    }

    /// A header and rows.
    List<String> csv() {
        return Stream.concat(
                        Stream.of(Csv.header(result.columns())),
                        result.rows().stream().map(Csv::row))
                .toList();
    }

    /// One object a row.
    List<Map<String, Optional<Object>>> objects() {
        return result.rows().stream().map(this::object).toList();
    }

    private Map<String, Optional<Object>> object(List<Optional<String>> row) {
        Map<String, Optional<Object>> object = new LinkedHashMap<>();
        for (int column = 0; column < row.size(); column++) {
            object.put(result.columns().get(column), row.get(column).map(Rows::value));
        }
        return object;
    }

    /// The server prints everything as text; what reads as a number is one.
    private static Object value(String text) {
        return text.matches("-?\\d{1,18}(\\.\\d{1,18})?") ? new BigDecimal(text) : text;
    }
}
