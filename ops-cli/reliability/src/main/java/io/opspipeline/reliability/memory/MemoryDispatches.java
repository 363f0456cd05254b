package io.opspipeline.reliability.memory;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.dispatch.ClaimedDispatch;
import io.opspipeline.domain.dispatch.ContractCandidate;
import io.opspipeline.domain.dispatch.DispatchStatus;
import io.opspipeline.domain.dispatch.EntryPlan;
import io.opspipeline.domain.dispatch.LimitUsage;
import io.opspipeline.domain.gate.GateVerdict;
import io.opspipeline.domain.gate.SkipCode;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.order.Order;
import io.opspipeline.ports.dispatch.Dispatches;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Dispatches in memory. What a gate said and which contracts were looked at is not kept: nothing
/// that a submit does reads it.
public final class MemoryDispatches implements Dispatches {

    private static final Duration REACH = Duration.ofHours(1);

    private static final Comparator<ClaimedDispatch> BY_CONFIDENCE =
            Comparator.comparingDouble(
                            (ClaimedDispatch each) -> -each.signal().signal().confidence().value())
                    .thenComparing(each -> each.signal().signal().ticker().symbol())
                    .thenComparingLong(ClaimedDispatch::id);

    private final MemoryTables tables;
    private final MemoryOrderLedger orders;

    MemoryDispatches(MemoryTables tables, MemoryOrderLedger orders) {
        this.tables = tables;
        this.orders = orders;
    }

    @Override
    public int fanOut(AccountId account, Instant asOf) {
        return tables.transactions.call(() -> {
            lapse(account, asOf);
            int added = add(account, asOf);
            end(account, asOf);
            return added;
        });
    }

    @Override
    public int giveBackClaims(AccountId account, Instant asOf) {
        return giveBack(account, _ -> true);
    }

    @Override
    public int duplicates(AccountId account, Instant from) {
        return tables.transactions.call(() -> {
            AccountRows rows = tables.of(account);
            Map<Long, Long> working =
                    rows.working()
                            .collect(
                                    Collectors.groupingBy(
                                            AccountRows::dispatchOf, Collectors.counting()));
            return (int)
                    rows.dispatches()
                            .all()
                            .filter(row -> !row.createdAt().isBefore(from))
                            .filter(row -> working.getOrDefault(row.id(), 0L) > 1)
                            .count();
        });
    }

    @Override
    public List<ClaimedDispatch> claim(AccountId account, Instant asOf, Duration life) {
        return tables.transactions.call(() -> {
            lapse(account, asOf);
            List<DispatchRow> waiting =
                    tables.of(account)
                            .dispatches()
                            .all()
                            .filter(row -> row.status() == DispatchStatus.PENDING)
                            .toList();
            waiting.forEach(row -> put(row.claimed(asOf.plus(life))));
            return waiting.stream().map(MemoryDispatches::claimed).sorted(BY_CONFIDENCE).toList();
        });
    }

    /// @throws IllegalStateException when the row is not claimed; one that is skipped already is
    ///   left as it is
    @Override
    public void skip(
            AccountId account,
            long dispatchId,
            SkipCode code,
            List<GateVerdict> verdicts,
            List<ContractCandidate> candidates,
            Instant at) {
        tables.transactions.run(() -> {
            DispatchRow row = tables.dispatch(account, dispatchId);
            if (row.status() != DispatchStatus.SKIPPED) {
                put(row.in(DispatchStatus.SKIPPED));
            }
        });
    }

    @Override
    public LimitUsage usage(AccountId account, Instant dayStart) {
        return tables.transactions.call(() -> MemoryUsage.of(tables.of(account), dayStart));
    }

    /// @throws IllegalStateException when the row is not claimed any more: another dispatcher has
    ///   it, and nothing is reserved
    @Override
    public List<GateVerdict> reserve(
            AccountId account,
            EntryPlan plan,
            List<ContractCandidate> candidates,
            Order firstOrder,
            Quote quote,
            Instant dayStart,
            Function<LimitUsage, List<GateVerdict>> recheck,
            Instant at) {
        return tables.transactions.call(() -> {
            requireRegistered(account);
            DispatchRow row = tables.dispatch(account, plan.dispatchId());
            requireClaimed(row);
            List<GateVerdict> verdicts = recheck.apply(usage(account, dayStart));
            if (verdicts.stream().noneMatch(GateVerdict::blocks)) {
                put(row.planned(plan));
                orders.commitIntent(firstOrder, Optional.of(quote));
            }
            return verdicts;
        });
    }

    @Override
    public List<Long> withoutWorkingOrder(AccountId account) {
        return tables.transactions.call(() -> {
            AccountRows rows = tables.of(account);
            Set<Long> working =
                    rows.working()
                            .map(AccountRows::dispatchOf)
                            .collect(Collectors.toCollection(HashSet::new));
            return rows.dispatches()
                    .all()
                    .filter(row -> row.status().isPendingEntry())
                    .map(DispatchRow::id)
                    .filter(id -> !working.contains(id))
                    .toList();
        });
    }

    private int add(AccountId account, Instant asOf) {
        AccountRows rows = tables.of(account);
        int added = 0;
        for (SignalRow signal : tables.signals.copied()) {
            boolean isRecent = signal.createdAt().isAfter(asOf.minus(REACH));
            long signalId = signal.stored().id();
            if (isRecent && rows.bySignal().find(signalId).isEmpty()) {
                long id = tables.nextDispatch(account);
                rows.bySignal().put(signalId, id);
                put(DispatchRow.pending(id, account, signal.stored(), asOf));
                added++;
            }
        }
        return added;
    }

    private void end(AccountId account, Instant asOf) {
        for (DispatchRow row : tables.of(account).dispatches().copied()) {
            if (row.status() == DispatchStatus.PENDING) {
                tables.signals
                        .find(row.signal().id())
                        .flatMap(signal -> signal.endAt(asOf))
                        .ifPresent(end -> put(row.in(end)));
            }
        }
    }

    private void lapse(AccountId account, Instant asOf) {
        giveBack(account, until -> !until.isAfter(asOf));
    }

    private int giveBack(AccountId account, Predicate<Instant> isOver) {
        return tables.transactions.call(() -> {
            List<DispatchRow> over =
                    tables.of(account)
                            .dispatches()
                            .all()
                            .filter(row -> row.status() == DispatchStatus.CLAIMED)
                            .filter(row -> row.claimedUntil().filter(isOver).isPresent())
                            .toList();
            over.forEach(row -> put(row.givenBack()));
            return over.size();
        });
    }

    private void put(DispatchRow row) {
        tables.of(row.account()).dispatches().put(row.id(), row);
    }

    private void requireRegistered(AccountId account) {
        if (tables.accounts.find(account).isEmpty()) {
            throw new IllegalStateException("account " + account + " is not registered");
        }
    }

    private static void requireClaimed(DispatchRow row) {
        if (row.status() != DispatchStatus.CLAIMED) {
            throw new IllegalStateException(
                    "dispatch %d of %s is %s, not claimed"
                            .formatted(row.id(), row.account(), row.status()));
        }
    }

    private static ClaimedDispatch claimed(DispatchRow row) {
        return new ClaimedDispatch(
                row.id(),
                row.account(),
                row.signal(),
                OptionalInt.empty(),
                row.ticker().symbol(),
                row.wasGivenBack());
    }
}
