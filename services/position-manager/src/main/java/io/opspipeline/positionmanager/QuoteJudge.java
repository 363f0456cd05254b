package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.positionmanager.rules.Exit;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/// Judges every quote of what an account holds when it comes. Until an exit fires nobody is asked
/// for anything: positions, their stops and what surrounds them are those of the last evaluation.
/// Frames that come together are judged together; each leaves its sighting.
final class QuoteJudge {

    private final ExitParts parts;
    private final AccountId account;
    private final MarkBook marks;
    private final ExitBench bench;
    private final Queue<Map<OccSymbol, QuoteReading>> inbox = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean summoned = new AtomicBoolean();
    private final Set<Long> closing = ConcurrentHashMap.newKeySet();
    private volatile Optional<Conditions> conditions = Optional.empty();

    QuoteJudge(ExitParts parts, AccountId account, MarkBook marks, ExitBench bench) {
        this.parts = parts;
        this.account = account;
        this.marks = marks;
        this.bench = bench;
    }

    /// What holds from now on.
    void under(Conditions now) {
        conditions = Optional.of(now);
    }

    /// There is no session: nothing is judged.
    void rest() {
        conditions = Optional.empty();
        inbox.clear();
    }

    /// Takes in a frame. Judgement goes through the timers: in lockstep that is its place in the
    /// queue, in real time a thread of its own.
    void sighted(Map<OccSymbol, QuoteReading> quotes) {
        if (conditions.isPresent() && marks.holdsAnyOf(quotes.keySet())) {
            inbox.add(quotes);
            if (summoned.compareAndSet(false, true)) {
                parts.now(account, "quotes", this::judge);
            }
        }
    }

    private synchronized void judge() {
        summoned.set(false);
        conditions.ifPresent(now -> {
            Map<Long, HeldPosition> seen = takeIn(now);
            Instant asOf = parts.clock().instant();
            seen.values()
                    .forEach(held ->
                            bench.glance(held, now, asOf).ifPresent(exit -> close(held, exit)));
        });
    }

    private Map<Long, HeldPosition> takeIn(Conditions now) {
        Map<Long, HeldPosition> seen = new TreeMap<>();
        for (var frame = inbox.poll(); frame != null; frame = inbox.poll()) {
            Map<String, QuoteReading> readings = new HashMap<>();
            frame.forEach((contract, reading) -> readings.put(contract.toString(), reading));
            marks.see(readings, now.session()).forEach(held -> seen.put(held.id(), held));
        }
        return seen;
    }

    /// Each close has a thread of its own in real time, and its place in the queue in lockstep.
    private void close(HeldPosition held, Exit exit) {
        if (closing.add(held.id())) {
            String symbol = held.position().instrument().symbol();
            parts.now(
                    account,
                    "exit " + symbol,
                    () -> {
                        try {
                            bench.close(held, exit, parts.clock().instant());
                        } finally {
                            closing.remove(held.id());
                        }
                    });
        }
    }
}
