package io.opspipeline.local.bench;

import io.opspipeline.alpaca.http.RequestEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/// Collects the calls that flight recordings tell of.
final class CallReader {

    private final int databasePort;
    private final List<Span> http = new ArrayList<>();
    private final List<Span> database = new ArrayList<>();

    /// @param databasePort of PostgreSQL: what is read from another port is no call
    CallReader(int databasePort) {
        this.databasePort = databasePort;
    }

    /// Adds what one recording tells of a step.
    ///
    /// @throws IllegalStateException when it tells of no call of the database: every step makes
    ///   some, so the threads or the port are others
    void add(Path recording, Step step) throws IOException {
        int before = database.size();
        try (var events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (isPartOf(step, event)) {
                    add(event);
                }
            }
        }
        if (database.size() == before) {
            throw new IllegalStateException(
                    "%s asked the database nothing from a thread named '%s'"
                            .formatted(step.service(), step.threads()));
        }
    }

    Calls calls() {
        return new Calls(Spans.of(http), Spans.of(database));
    }

    private void add(RecordedEvent event) {
        var span = new Span(event.getStartTime(), event.getEndTime());
        switch (event.getEventType().getName()) {
            case RequestEvent.NAME -> http.add(span);
            case CallRecordings.READ, CallRecordings.WRITE -> {
                if (event.getInt("port") == databasePort) {
                    database.add(span);
                }
            }
            default -> {
                // A recording also tells of itself.
            }
        }
    }

    private static boolean isPartOf(Step step, RecordedEvent event) {
        RecordedThread thread = event.getThread();
        return thread != null
                && thread.getJavaName() != null
                && step.isDoneBy(thread.getJavaName());
    }
}
