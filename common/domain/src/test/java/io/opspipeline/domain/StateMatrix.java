package io.opspipeline.domain;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// What every event does in every state of a machine, found by living: from the first state on,
/// every event is applied to whatever the events before it made.
///
/// @param <T> what lives
/// @param <S> its states
final class StateMatrix<T, S extends Enum<S>> {

    /// The outcome of an event that the machine refuses by throwing.
    static final String REFUSED = "refused";

    private final Class<S> states;
    private final Function<T, S> stateOf;
    private final Map<String, Function<T, Optional<T>>> events;
    private final Map<S, Map<String, Set<String>>> outcomes;

    /// @param events by name; an event gives nothing where it cannot happen
    StateMatrix(
            Class<S> states, Function<T, S> stateOf, Map<String, Function<T, Optional<T>>> events) {
        this.states = states;
        this.stateOf = stateOf;
        this.events = new LinkedHashMap<>(events);
        outcomes = new EnumMap<>(states);
    }

    /// Lives every sequence of so many events.
    StateMatrix<T, S> lived(T first, int length) {
        Set<T> met = new LinkedHashSet<>(Set.of(first));
        Set<T> newest = met;
        for (int i = 0; i < length; i++) {
            Set<T> next = new LinkedHashSet<>();
            newest.forEach(each -> next.addAll(applied(each)));
            next.removeAll(met);
            met.addAll(next);
            newest = next;
        }
        return this;
    }

    /// The events, in their order.
    Set<String> events() {
        return events.keySet();
    }

    /// The names of all states that an event led to; empty when the pair was never met.
    Set<String> outcomes(S state, String event) {
        return outcomes.getOrDefault(state, Map.of()).getOrDefault(event, Set.of());
    }

    /// As a table: a row for each event, a column for each state.
    String table() {
        StringBuilder table = new StringBuilder("| event |");
        S[] columns = states.getEnumConstants();
        for (S state : columns) {
            table.append(" ").append(state).append(" |");
        }
        table.append("\n|---|").append("---|".repeat(columns.length)).append("\n");
        for (String event : events()) {
            table.append("| ").append(event).append(" |");
            for (S state : columns) {
                table.append(" ").append(cell(state, event)).append(" |");
            }
            table.append("\n");
        }
        return table.toString();
    }

    private String cell(S state, String event) {
        Set<String> names = outcomes(state, event);
        return names.equals(Set.of(state.name())) ? "stays" : String.join(" or ", names);
    }

    private Set<T> applied(T each) {
        Set<T> results = new LinkedHashSet<>();
        events.forEach((name, event) -> {
            try {
                event.apply(each)
                        .ifPresent(after -> {
                            note(each, name, stateOf.apply(after).name());
                            results.add(after);
                        });
            } catch (IllegalStateException _) {
                note(each, name, REFUSED);
            }
        });
        return results;
    }

    private void note(T before, String event, String outcome) {
        outcomes.computeIfAbsent(stateOf.apply(before), _ -> new LinkedHashMap<>())
                .computeIfAbsent(event, _ -> new TreeSet<>())
                .add(outcome);
    }
}
