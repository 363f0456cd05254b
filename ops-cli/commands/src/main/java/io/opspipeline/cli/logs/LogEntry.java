package io.opspipeline.cli.logs;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One entry of a log.
///
/// @param at when it was written, real time, UTC; empty when no line so far had a time
/// @param level how grave it is
/// @param service who wrote it
/// @param message what it says
/// @param keys what it is about, by name, such as `account` and `order`
/// @param stack the lines of a stack trace; empty without one
/// @param line the line as it stands in the file
record LogEntry(
        Optional<Instant> at,
        LogLevel level,
        String service,
        String message,
        Map<String, String> keys,
        List<String> stack,
        String line) {

    /// True when it is about this.
    boolean has(String key, String value) {
        return value.equals(keys.get(key));
    }

    /// True when a text stands anywhere in it, in capitals or not.
    boolean mentions(String text) {
        return line.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
