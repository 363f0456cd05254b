package io.opspipeline.cli.logs;

import java.util.Arrays;
import java.util.Locale;

/// How grave an entry is, from the least.
enum LogLevel {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR;

    /// Of a word in a log; what is unknown counts as INFO.
    static LogLevel of(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(level -> level.name().equals(upper))
                .findFirst()
                .orElse(INFO);
    }

    /// True when it is as grave as another, or graver.
    boolean reaches(LogLevel other) {
        return compareTo(other) >= 0;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
