package io.opspipeline.local.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Every instant that belongs to at least one of some spans.
final class Spans {

    /// The end of each stretch by its begin; no two overlap or touch.
    private final NavigableMap<Instant, Instant> ends = new TreeMap<>();

    private Spans() {}

    /// The union of spans that may overlap, in any order.
    static Spans of(Collection<Span> parts) {
        var spans = new Spans();
        parts.stream().sorted(Comparator.comparing(Span::begin)).forEach(spans::append);
        return spans;
    }

    /// The union of both.
    Spans and(Spans others) {
        List<Span> all = new ArrayList<>(stretches());
        all.addAll(others.stretches());
        return of(all);
    }

    boolean contains(Instant at) {
        var last = ends.floorEntry(at);
        return last != null && at.isBefore(last.getValue());
    }

    /// How much of a window belongs to them.
    Duration within(Span window) {
        Instant first = ends.floorKey(window.begin());
        return ends
                .subMap(first == null ? window.begin() : first, true, window.end(), false)
                .entrySet()
                .stream()
                .map(stretch -> common(window, stretch.getKey(), stretch.getValue()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /// Adds a span that begins no earlier than all before.
    private void append(Span span) {
        var last = ends.lastEntry();
        if (last == null || span.begin().isAfter(last.getValue())) {
            ends.put(span.begin(), span.end());
        } else if (span.end().isAfter(last.getValue())) {
            ends.put(last.getKey(), span.end());
        }
    }

    private List<Span> stretches() {
        return ends.entrySet().stream()
                .map(stretch -> new Span(stretch.getKey(), stretch.getValue()))
                .toList();
    }

    private static Duration common(Span window, Instant begin, Instant end) {
        Instant from = begin.isAfter(window.begin()) ? begin : window.begin();
        Instant to = end.isBefore(window.end()) ? end : window.end();
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }
}
