package io.opspipeline.cli.logs;

import io.opspipeline.cli.output.MarketTime;
import io.opspipeline.cli.output.Style;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Entries as lines for people; times in New York.
final class LogText {

    private static final String UNTIMED = "-".repeat("2025-06-12 09:30:00".length());

    private final Style style;
    private final boolean wholeStacks;

    LogText(Style style, boolean wholeStacks) {
        this.style = style;
        this.wholeStacks = wholeStacks;
    }

    List<String> lines(LogEntry entry) {
        String head =
                "%s %s %-16s %s%s"
                        .formatted(
                                style.faint(entry.at().map(MarketTime::dated).orElse(UNTIMED)),
                                level(entry.level()),
                                entry.service(),
                                entry.message(),
                                keys(entry));
        return Stream.concat(Stream.of(head), stack(entry)).toList();
    }

    private String level(LogLevel level) {
        String word = "%-5s".formatted(level.name());
        return switch (level) {
            case ERROR -> style.bad(word);
            case WARN -> style.strong(word);
            case INFO, DEBUG, TRACE -> word;
        };
    }

    private String keys(LogEntry entry) {
        return entry.keys().entrySet().stream()
                .map(key -> style.faint(" %s=%s".formatted(key.getKey(), key.getValue())))
                .collect(Collectors.joining());
    }

    private Stream<String> stack(LogEntry entry) {
        return entry.stack().stream()
                .limit(wholeStacks ? Long.MAX_VALUE : 1)
                .map(line -> "    " + style.bad(line));
    }
}
