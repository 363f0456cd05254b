package io.opspipeline.reliability.memory;

import io.opspipeline.domain.dispatch.EntryPlan;
import io.opspipeline.domain.dispatch.LimitUsage;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.position.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the limits of an account count (trading rules, section 8).
final class MemoryUsage {

    private static final Comparator<LimitUsage.Entry> OLDEST_FIRST =
            Comparator.comparing(LimitUsage.Entry::submittedAt)
                    .thenComparing(entry -> entry.ticker().symbol());

    private MemoryUsage() {}

    static LimitUsage of(AccountRows rows, Instant dayStart) {
        List<LimitUsage.Entry> entries =
                rows.dispatches()
                        .all()
                        .filter(DispatchRow::counts)
                        .flatMap(row ->
                                row
                                        .submittedAt()
                                        .map(at -> new LimitUsage.Entry(row.ticker(), at))
                                        .stream())
                        .sorted(OLDEST_FIRST)
                        .toList();
        return new LimitUsage(
                working(rows),
                entries.stream().filter(each -> !each.submittedAt().isBefore(dayStart)).toList(),
                newest(entries),
                realised(rows, dayStart));
    }

    private static List<LimitUsage.Entry> newest(List<LimitUsage.Entry> oldestFirst) {
        Map<String, LimitUsage.Entry> newest = new TreeMap<>();
        oldestFirst.forEach(entry -> newest.put(entry.ticker().symbol(), entry));
        return List.copyOf(newest.values());
    }

    /// A position whose entry still works is one row with the cost of both parts.
    private static List<LimitUsage.AtWork> working(AccountRows rows) {
        Map<String, Instrument> instruments = new TreeMap<>();
        Map<String, Money> held = new HashMap<>();
        Map<String, Money> pending = new HashMap<>();
        rows.positions()
                .all()
                .map(PositionRow::position)
                .forEach(position -> {
                    String key = key(position.instrument());
                    instruments.put(key, position.instrument());
                    held.put(key, cost(position));
                });
        rows.dispatches()
                .all()
                .filter(row -> row.status().isPendingEntry())
                .forEach(row -> {
                    Instrument instrument = row.plan().map(EntryPlan::instrument).orElseThrow();
                    instruments.put(key(instrument), instrument);
                    pending.merge(key(instrument), row.reserved(), Money::plus);
                });
        List<LimitUsage.AtWork> working = new ArrayList<>();
        instruments.forEach((key, instrument) ->
                working.add(
                        new LimitUsage.AtWork(
                                instrument.ticker(),
                                instrument.type(),
                                instrument.ticker().symbol(),
                                held.getOrDefault(key, Money.ZERO)
                                        .plus(pending.getOrDefault(key, Money.ZERO)),
                                pending.containsKey(key))));
        return working;
    }

    private static Money cost(Position position) {
        return position.instrument().value(position.entryPrice(), position.quantity());
    }

    /// Nothing is sold here: what was earned are the fees that were paid.
    private static Money realised(AccountRows rows, Instant from) {
        return rows.fees()
                .all()
                .filter(fee -> !fee.at().isBefore(from))
                .map(AccountRows.Fee::amount)
                .reduce(Money.ZERO, Money::plus)
                .negated();
    }

    private static String key(Instrument instrument) {
        return instrument.ticker() + " " + instrument.symbol();
    }
}
