package io.opspipeline.reliability.memory;

import io.opspipeline.domain.signal.Signal;
import io.opspipeline.domain.signal.StoredSignal;
import java.time.Instant;
import java.util.List;

/// Signals, as far as a dispatcher reads them.
public final class MemorySignals {

    private final MemoryTables tables;

    MemorySignals(MemoryTables tables) {
        this.tables = tables;
    }

    /// Stores signals; each supersedes the older ones of its ticker. One of the same ticker and bar
    /// is left alone.
    ///
    /// @return how many were new
    public int store(List<Signal> signals, Instant at) {
        return tables.transactions.call(
                () -> (int) signals.stream().filter(signal -> add(signal, at)).count());
    }

    private boolean add(Signal signal, Instant at) {
        if (tables.signals.all().anyMatch(row -> isSame(row.stored().signal(), signal))) {
            return false;
        }
        for (SignalRow row : tables.signals.copied()) {
            Signal other = row.stored().signal();
            if (other.ticker().equals(signal.ticker())
                    && other.barEnd().isBefore(signal.barEnd())) {
                tables.signals.put(row.stored().id(), row.old());
            }
        }
        long id = tables.signals.count() + 1L;
        tables.signals.put(id, new SignalRow(new StoredSignal(id, signal), at, false));
        return true;
    }

    private static boolean isSame(Signal one, Signal other) {
        return one.ticker().equals(other.ticker()) && one.barEnd().equals(other.barEnd());
    }
}
