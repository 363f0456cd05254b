package io.opspipeline.ports.store;

import java.time.Instant;
import java.util.Map;

/// What was found of a data source: feeds, what they answer, how much they carry. `status` shows
/// it, so that nothing degrades in silence.
public interface Capabilities {

    /// Stores what was found; the same name again replaces what was known.
    ///
    /// @param found by name, in words for people
    /// @param at when it was found, UTC
    void record(Map<String, String> found, Instant at);
}
