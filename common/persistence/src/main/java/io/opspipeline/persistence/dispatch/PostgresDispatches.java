package io.opspipeline.persistence.dispatch;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.dispatch.ClaimedDispatch;
import io.opspipeline.domain.dispatch.ContractCandidate;
import io.opspipeline.domain.dispatch.DispatchStatus;
import io.opspipeline.domain.dispatch.EntryPlan;
import io.opspipeline.domain.dispatch.LimitUsage;
import io.opspipeline.domain.gate.GateVerdict;
import io.opspipeline.domain.gate.SkipCode;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.order.Order;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.dispatch.Dispatches;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.store.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Rows of `dispatch_executions` and what hangs on them, up to the first order.
public final class PostgresDispatches implements Dispatches {

    private final Database database;
    private final DispatchQueue queue;
    private final DispatchRows rows;
    private final Limits limits;
    private final Findings findings;
    private final OrderLedger orders;

    /// @param orders the ledger over the same database: it takes part in the transaction of a
    ///   reservation
    /// @param written what stands on each row
    public PostgresDispatches(Database database, OrderLedger orders, Provenance written) {
        this.database = database;
        this.orders = orders;
        queue = new DispatchQueue(database, written);
        rows = new DispatchRows(database);
        limits = new Limits(database);
        findings = new Findings(database);
    }

    @Override
    public int fanOut(AccountId account, Instant asOf) {
        return database.inTransaction(() -> {
            queue.lapse(account, asOf);
            int added = queue.add(account, asOf);
            queue.end(account, asOf);
            return added;
        });
    }

    @Override
    public int giveBackClaims(AccountId account, Instant asOf) {
        return database.inTransaction(() -> queue.orphaned(account, asOf));
    }

    @Override
    public List<ClaimedDispatch> claim(AccountId account, Instant asOf, Duration life) {
        return database.inTransaction(() -> {
            queue.lapse(account, asOf);
            return queue.claim(account, asOf, life);
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
        database.inTransaction(() -> {
            EntryDispatch dispatch = lock(account, dispatchId);
            if (dispatch.status() != DispatchStatus.SKIPPED) {
                rows.deny(
                        dispatch,
                        DispatchStatus.SKIPPED,
                        DenialCode.of(code).says(code.name()),
                        at);
                findings.store(dispatchId, verdicts, candidates);
            }
        });
    }

    @Override
    public LimitUsage usage(AccountId account, Instant dayStart) {
        return limits.usage(account, dayStart);
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
        return database.inTransaction(() -> {
            limits.hold(account);
            requireClaimed(lock(account, plan.dispatchId()));
            List<GateVerdict> verdicts = recheck.apply(limits.usage(account, dayStart));
            if (verdicts.stream().noneMatch(GateVerdict::blocks)) {
                rows.plan(account, plan);
                findings.store(plan.dispatchId(), verdicts, candidates);
                orders.commitIntent(firstOrder, Optional.of(quote));
            }
            return verdicts;
        });
    }

    @Override
    public int duplicates(AccountId account, Instant from) {
        return rows.duplicates(account, from);
    }

    @Override
    public List<Long> withoutWorkingOrder(AccountId account) {
        return rows.withoutWorkingOrder(account);
    }

    private EntryDispatch lock(AccountId account, long dispatchId) {
        return rows.lock(account, dispatchId)
                .orElseThrow(() ->
                        new IllegalStateException(account + " has no dispatch " + dispatchId));
    }

    private static void requireClaimed(EntryDispatch dispatch) {
        if (dispatch.status() != DispatchStatus.CLAIMED) {
            throw new IllegalStateException(
                    "dispatch %d of %s is %s, not claimed"
                            .formatted(dispatch.id(), dispatch.account(), dispatch.status()));
        }
    }
}
