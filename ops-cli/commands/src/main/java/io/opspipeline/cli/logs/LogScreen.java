package io.opspipeline.cli.logs;

import io.opspipeline.cli.output.MarketTime;
import io.opspipeline.cli.shell.ServiceChoice;
import io.opspipeline.cli.shell.Voice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Prints the entries that are wanted.
final class LogScreen {

    /// How many entries are shown when nobody says since when.
    static final long LAST = 100;

    private final Voice voice;
    private final LogText text;
    private final LogFilter filter;
    private final Optional<ServiceChoice> choice;
    private final Optional<Instant> start;

    LogScreen(
            Voice voice,
            boolean wholeStacks,
            LogFilter filter,
            Optional<ServiceChoice> choice,
            Optional<Instant> start) {
        this.voice = voice;
        this.text = new LogText(voice.style(), wholeStacks);
        this.filter = filter;
        this.choice = choice;
        this.start = start;
    }

    /// The newest of what there is; says so when nothing of it is wanted.
    void showHistory(List<LogEntry> all, long most) {
        List<LogEntry> wanted = all.stream().filter(this::wants).toList();
        wanted.stream().skip(Math.max(0, wanted.size() - most)).forEach(this::print);
        if (wanted.isEmpty()) {
            voice.err().println("no entry fits; " + newest(all));
        }
    }

    void show(List<LogEntry> entries) {
        entries.stream().filter(this::wants).forEach(this::print);
    }

    /// False when the reader of a pipe has gone.
    boolean isRead() {
        return !voice.out().checkError();
    }

    private void print(LogEntry entry) {
        if (voice.isJson()) {
            voice.out().println(entry.line());
        } else {
            text.lines(entry).forEach(voice.out()::println);
        }
    }

    private boolean wants(LogEntry entry) {
        return filter.wants(entry)
                && choice.flatMap(ServiceChoice::account)
                        .map(account -> entry.has("account", account))
                        .orElse(true)
                && start.flatMap(from -> entry.at().map(at -> !at.isBefore(from))).orElse(true);
    }

    private static String newest(List<LogEntry> all) {
        return all.isEmpty()
                ? "nothing was logged yet"
                : "the newest of %d is of %s"
                        .formatted(
                                all.size(),
                                all.getLast()
                                        .at()
                                        .map(MarketTime::dated)
                                        .orElse("an unknown time"));
    }
}
