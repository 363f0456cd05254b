package io.opspipeline.testkit.crash;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// What becomes of each event in each state when the process dies at each of its crash points. A
/// combination that cannot exist has a reason instead of an end.
///
/// @param <S> the states
public final class CrashMatrix<S extends Enum<S>> {

    private final Class<S> states;
    private final Map<Row, Map<S, String>> cells = new LinkedHashMap<>();
    private final Set<String> reasons = new LinkedHashSet<>();

    /// An empty one.
    public CrashMatrix(Class<S> states) {
        this.states = states;
    }

    private record Row(String event, String point) {}

    /// One event at one crash point, in every state.
    ///
    /// @param possible the states in which the event can meet it
    /// @param end lets the process die there in such a state, and tells how it ended
    /// @param reason why the event cannot meet it in another
    public void row(
            String event,
            String point,
            Set<S> possible,
            Function<S, String> end,
            Function<S, String> reason) {
        for (S state : states.getEnumConstants()) {
            if (possible.contains(state)) {
                ends(state, event, point, end.apply(state));
            } else {
                cannotBe(state, event, point, reason.apply(state));
            }
        }
    }

    /// The process died there, and in the end this is so.
    public void ends(S state, String event, String point, String end) {
        put(state, event, point, end);
    }

    /// The combination does not exist.
    public void cannotBe(S state, String event, String point, String reason) {
        reasons.add(reason);
        put(state, event, point, "(%d)".formatted(List.copyOf(reasons).indexOf(reason) + 1));
    }

    /// The combinations without an end and without a reason, such as `INTENT: refused, before
    /// commit`.
    public List<String> holes() {
        List<String> holes = new ArrayList<>();
        cells.forEach((row, filled) -> {
            for (S state : states.getEnumConstants()) {
                if (!filled.containsKey(state)) {
                    holes.add("%s: %s, %s".formatted(state, row.event(), row.point()));
                }
            }
        });
        return holes;
    }

    /// How many ends were seen.
    public long size() {
        return cells.values().stream()
                .flatMap(row -> row.values().stream())
                .filter(cell -> !cell.startsWith("("))
                .count();
    }

    /// As a table with its reasons below: a row for each event and crash point, a column for each
    /// state.
    public String text() {
        StringBuilder text = new StringBuilder("| event | the process dies |");
        S[] columns = states.getEnumConstants();
        for (S state : columns) {
            text.append(" ").append(state).append(" |");
        }
        text.append("\n|---|---|").append("---|".repeat(columns.length)).append("\n");
        cells.forEach((row, filled) -> {
            text.append("| %s | %s |".formatted(row.event(), row.point()));
            for (S state : columns) {
                text.append(" ").append(filled.getOrDefault(state, "")).append(" |");
            }
            text.append("\n");
        });
        int number = 1;
        for (String reason : reasons) {
            text.append("\n(%d) %s.\n".formatted(number++, reason));
        }
        return text.toString();
    }

    private void put(S state, String event, String point, String cell) {
        Map<S, String> row =
                cells.computeIfAbsent(new Row(event, point), _ -> new EnumMap<>(states));
        String known = row.putIfAbsent(state, cell);
        if (known != null && !known.equals(cell)) {
            throw new IllegalStateException(
                    "%s: %s, %s ended as %s and as %s".formatted(state, event, point, known, cell));
        }
    }
}
