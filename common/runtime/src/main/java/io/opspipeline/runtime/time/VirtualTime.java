package io.opspipeline.runtime.time;

import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lockstep's time: one ordered queue that is at once the clock, the timers and the source of every
/// run. The driver pops one entry, the clock jumps to its instant, the entry runs in the driver's
/// thread. Who drives waits until all that it caused has had its effect.
///
/// Entries may be added from any thread; only one thread may drive. An entry that is due in the
/// past runs at the present instant. The clock reads UTC.
public final class VirtualTime extends Clock implements Timers {

    private static final Logger LOG = LoggerFactory.getLogger(VirtualTime.class);

    private final TreeSet<QueueEntry> queue = new TreeSet<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private long inserted;
    private volatile Instant now;

    /// Time that stands at an instant until it is driven.
    public VirtualTime(Instant start) {
        this.now = start;
    }

    @Override
    public Timer at(Instant due, TimerKey key, Runnable action) {
        synchronized (queue) {
            var entry = new QueueEntry(later(due, now), key, inserted++, action);
            queue.add(entry);
            return () -> drop(entry);
        }
    }

    /// Runs the next entry.
    ///
    /// @return false when the queue is empty
    public boolean step() {
        Optional<QueueEntry> next = take(Instant.MAX);
        next.ifPresent(this::run);
        return next.isPresent();
    }

    /// Runs every entry that is due by an instant, those they add included, and stops the clock
    /// there.
    public void runUntil(Instant until) {
        Optional<QueueEntry> next = take(until);
        while (next.isPresent()) {
            run(next.get());
            next = take(until);
        }
        now = later(until, now);
    }

    /// The instant of the next entry; empty when there is none.
    public Optional<Instant> nextDue() {
        synchronized (queue) {
            return queue.isEmpty() ? Optional.empty() : Optional.of(queue.first().due());
        }
    }

    /// The place of the next entry; empty when there is none.
    public Optional<TimerKey> nextKey() {
        synchronized (queue) {
            return queue.isEmpty() ? Optional.empty() : Optional.of(queue.first().key());
        }
    }

    /// What the entries threw so far, oldest first.
    public List<Throwable> failures() {
        return List.copyOf(failures);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ZonedClock(this, zone);
    }

    private Optional<QueueEntry> take(Instant until) {
        synchronized (queue) {
            if (queue.isEmpty() || queue.first().due().isAfter(until)) {
                return Optional.empty();
            }
            QueueEntry entry = queue.removeFirst();
            now = entry.due();
            return Optional.of(entry);
        }
    }

    /// Everything is caught: a loop that an error can end stops all trading (incident 53).
    private void run(QueueEntry entry) {
        try {
            entry.action().run();
        } catch (Throwable failure) {
            failures.add(failure);
            LOG.error("{} failed at {}", entry.key(), entry.due(), failure);
        }
    }

    private void drop(QueueEntry entry) {
        synchronized (queue) {
            queue.remove(entry);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
