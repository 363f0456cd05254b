package io.opspipeline.cli.logs;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the entries of one service, or of all, over the files that hold them.
final class LogReader implements AutoCloseable {

    private static final Comparator<LogEntry> BY_TIME =
            Comparator.comparing(entry -> entry.at().orElse(Instant.MIN));

    private final LogFolder folder;
    private final Optional<String> service;
    private final Map<String, LogFile> files = new LinkedHashMap<>();

    /// @param service whose entries; empty for everybody's
    LogReader(LogFolder folder, Optional<String> service) {
        this.folder = folder;
        this.service = service;
    }

    /// True when there is a file that holds, or would hold, its entries.
    boolean isThereAny() throws IOException {
        return !writers().isEmpty();
    }

    /// Everything so far that may be newer than an instant, oldest first.
    List<LogEntry> history(Optional<Instant> since) throws IOException {
        List<LogEntry> entries = new ArrayList<>();
        for (String writer : writers()) {
            add(entries, writer, folder.rotated(writer, since));
        }
        entries.addAll(news());
        return sorted(entries);
    }

    /// What was written since the last call, oldest first.
    List<LogEntry> news() throws IOException {
        List<LogEntry> entries = new ArrayList<>();
        for (String writer : writers()) {
            LogFile file = files.computeIfAbsent(writer, name -> new LogFile(folder.current(name)));
            add(entries, writer, file.poll());
        }
        return sorted(entries);
    }

    @Override
    public void close() throws IOException {
        for (LogFile file : files.values()) {
            file.close();
        }
    }

    private List<String> writers() throws IOException {
        return folder.writers().stream()
                .filter(writer ->
                        service.isEmpty()
                                || writer.equals(service.get())
                                || writer.equals(LogFolder.SHARED))
                .toList();
    }

    /// A line without a time belongs to the one before it.
    private void add(List<LogEntry> entries, String writer, List<String> lines) {
        Optional<Instant> last = Optional.empty();
        for (String line : lines) {
            LogEntry entry = EcsLines.entry(writer, line, last);
            last = entry.at();
            if (service.isEmpty() || entry.service().equals(service.get())) {
                entries.add(entry);
            }
        }
    }

    private static List<LogEntry> sorted(List<LogEntry> entries) {
        return entries.stream().sorted(BY_TIME).toList();
    }
}
