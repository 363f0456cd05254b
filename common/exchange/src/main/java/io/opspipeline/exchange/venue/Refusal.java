package io.opspipeline.exchange.venue;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A refused request.
///
/// @param reason one of a closed set; gives the HTTP status and the code
/// @param message the broker's words
/// @param extras further members of the error body, all text, such as `available`
public record Refusal(RefusalReason reason, String message, SortedMap<String, String> extras) {

    /// Keeps its own copy of the extras.
    public Refusal {
        extras = Collections.unmodifiableSortedMap(new TreeMap<>(extras));
    }

    /// This refusal with one more member in its body.
    Refusal with(String member, Object value) {
        SortedMap<String, String> more = new TreeMap<>(extras);
        more.put(member, value.toString());
        return new Refusal(reason, message, more);
    }
}
