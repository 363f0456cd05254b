package io.opspipeline.alpaca;

import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Timers that fire when the test says so.
public final class HandTimers implements Timers {

    private final List<Call> calls = new CopyOnWriteArrayList<>();

    private record Call(Instant due, TimerKey key, Runnable action) {}

    @Override
    public Timer at(Instant due, TimerKey key, Runnable action) {
        Call call = new Call(due, key, action);
        calls.add(call);
        return () -> calls.remove(call);
    }

    /// When each call to come is due.
    public List<Instant> due() {
        return calls.stream().map(Call::due).toList();
    }

    /// Makes all calls that are there now.
    public void fire() {
        List<Call> now = List.copyOf(calls);
        calls.removeAll(now);
        now.forEach(call -> call.action().run());
    }
}
