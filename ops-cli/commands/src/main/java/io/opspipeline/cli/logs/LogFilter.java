package io.opspipeline.cli.logs;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which entries are wanted.
final class LogFilter {

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "this level and graver: debug, info, warn or error")
    private LogLevel level = LogLevel.TRACE;

    @Option(names = "--account", paramLabel = "ID", description = "about this account")
    private @Nullable String account;

    @Option(names = "--order", paramLabel = "ID", description = "about this order of ours")
    private @Nullable String order;

    @Option(names = "--signal", paramLabel = "ID", description = "about this signal")
    private @Nullable String signal;

    @Option(names = "--run", paramLabel = "ID", description = "of this run of a job")
    private @Nullable String run;

    @Option(names = "--grep", paramLabel = "TEXT", description = "holding this text")
    private @Nullable String text;

    boolean wants(LogEntry entry) {
        return entry.level().reaches(level)
                && is(entry, "account", account)
                && is(entry, "order", order)
                && is(entry, "signal", signal)
                && is(entry, "run", run)
                && Optional.ofNullable(text).map(entry::mentions).orElse(true);
    }

    private static boolean is(LogEntry entry, String key, @Nullable String value) {
        return value == null || entry.has(key, value);
    }
}
