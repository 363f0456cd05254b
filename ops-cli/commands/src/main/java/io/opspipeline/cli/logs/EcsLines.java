package io.opspipeline.cli.logs;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the lines of a log file: JSON in the Elastic Common Schema, one entry a line. A line that
/// is none, such as the last words of a dying JVM, is an entry that says just that.
final class EcsLines {

    /// What an entry may be about, in the order that people are shown it.
    static final List<String> KEYS = List.of("account", "job", "order", "signal", "run");

    private static final JsonMapper JSON = JsonMapper.shared();

    private EcsLines() {}

    /// @param writer whose file it is; a service that names itself in the line goes before it
    /// @param before the time of the line before, which a line without one belongs to
    static LogEntry entry(String writer, String line, Optional<Instant> before) {
        try {
            JsonNode node = JSON.readTree(line);
            return node.isObject() ? entry(writer, line, node) : plain(writer, line, before);
        } catch (JacksonException | DateTimeException e) {
            return plain(writer, line, before);
        }
    }

    private static LogEntry entry(String writer, String line, JsonNode node) {
        return new LogEntry(
                text(node.path("@timestamp")).map(Instant::parse),
                LogLevel.of(text(node.path("log").path("level")).orElse("")),
                text(node.path("component")).orElse(writer),
                text(node.path("message")).orElse(""),
                keys(node),
                text(node.path("error").path("stack_trace"))
                        .map(trace -> trace.lines().toList())
                        .orElse(List.of()),
                line);
    }

    private static LogEntry plain(String writer, String line, Optional<Instant> before) {
        return new LogEntry(before, LogLevel.INFO, writer, line, Map.of(), List.of(), line);
    }

    private static Map<String, String> keys(JsonNode node) {
        Map<String, String> keys = new LinkedHashMap<>();
        KEYS.forEach(key -> text(node.path(key)).ifPresent(value -> keys.put(key, value)));
        return keys;
    }

    private static Optional<String> text(JsonNode node) {
        return node.isValueNode() ? Optional.of(node.asString()) : Optional.empty();
    }
}
