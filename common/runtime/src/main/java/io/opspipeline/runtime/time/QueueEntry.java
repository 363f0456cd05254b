package io.opspipeline.runtime.time;

import io.opspipeline.ports.time.TimerKey;
import java.time.Instant;
import java.util.Comparator;

/// One call to come in virtual time; its order is (due, key, insertion).
record QueueEntry(Instant due, TimerKey key, long insertion, Runnable action)
        implements Comparable<QueueEntry> {

    private static final Comparator<QueueEntry> ORDER =
            Comparator.comparing(QueueEntry::due)
                    .thenComparing(QueueEntry::key)
                    .thenComparingLong(QueueEntry::insertion);

    @Override
    public int compareTo(QueueEntry other) {
        return ORDER.compare(this, other);
    }
}
