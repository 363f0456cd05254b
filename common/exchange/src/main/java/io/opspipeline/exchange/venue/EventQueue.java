package io.opspipeline.exchange.venue;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/// Events between the books and those who hear of them. They are put in under the venue's lock and
/// delivered after it is free again, by one thread at a time, so that a slow listener holds up
/// deliveries but not the books.
final class EventQueue {

    private final Faults faults;
    private final Queue<VenueEvent> due = new ConcurrentLinkedQueue<>();
    private final List<VenueEvent> late = new ArrayList<>();
    private final List<VenueListener> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock delivery = new ReentrantLock();

    EventQueue(Faults faults) {
        this.faults = faults;
    }

    Venue.Registration listen(VenueListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Puts an event in, or does with it what a fault says. Under the venue's lock.
    void add(VenueEvent event) {
        switch (faults.onEvent(event)) {
            case NONE -> due.add(event);
            case LOST -> {}
            case TWICE -> {
                due.add(event);
                due.add(event);
            }
            case LATE -> late.add(event);
        }
    }

    /// Runs a step, after whose own events the late ones from before it become due. Under the
    /// venue's lock.
    void around(Runnable step) {
        List<VenueEvent> overdue = List.copyOf(late);
        late.clear();
        step.run();
        due.addAll(overdue);
    }

    /// Delivers what is due; when this returns, everything put in before has been delivered.
    void deliver() {
        delivery.lock();
        try {
            for (VenueEvent event = due.poll(); event != null; event = due.poll()) {
                VenueEvent delivered = event;
                listeners.forEach(listener -> listener.happened(delivered));
            }
        } finally {
            delivery.unlock();
        }
    }
}
