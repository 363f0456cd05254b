package io.opspipeline.ports.dispatch;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.dispatch.ClaimedDispatch;
import io.opspipeline.domain.dispatch.ContractCandidate;
import io.opspipeline.domain.dispatch.EntryPlan;
import io.opspipeline.domain.dispatch.LimitUsage;
import io.opspipeline.domain.gate.GateVerdict;
import io.opspipeline.domain.gate.SkipCode;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.order.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// Rows of `dispatch_executions` and what hangs on them.
public interface Dispatches {

    /// Adds a PENDING row for every signal that the account has none of (signals of the last hour),
    /// and ends pending rows whose signal has expired or was superseded. Runs also while halted.
    ///
    /// @return how many rows were added
    int fanOut(AccountId account, Instant asOf);

    /// Makes every claimed row of the account pending again, for its new owner: who claimed it is
    /// gone, and its claims need not lapse.
    ///
    /// @return how many there were
    int giveBackClaims(AccountId account, Instant asOf);

    /// How many signals have more than one execution in the account, or more than one entry order
    /// at work; other than 0 is a fault of ours.
    ///
    /// @param from signals dispatched before are not looked at, UTC
    int duplicates(AccountId account, Instant from);

    /// Takes the account's pending rows, listed tickers first by watchlist rank, then the rest by
    /// confidence, then ticker. A claim that lapsed without an intent is pending again, and whoever
    /// claims it then is told that somebody had it before.
    List<ClaimedDispatch> claim(AccountId account, Instant asOf, Duration life);

    /// Ends a claimed row as SKIPPED, with every verdict and candidate.
    void skip(
            AccountId account,
            long dispatchId,
            SkipCode code,
            List<GateVerdict> verdicts,
            List<ContractCandidate> candidates,
            Instant at);

    /// What the account's limits count now.
    ///
    /// @param dayStart start of the New York day, UTC
    LimitUsage usage(AccountId account, Instant dayStart);

    /// Reserves the plan and commits its first order, in one transaction that holds the account:
    /// usage is read again and the verdicts are made from it. Nothing is reserved when one blocks.
    ///
    /// @param recheck every gate, from the usage read inside the transaction
    /// @return the verdicts that were made; the order is committed when none blocks
    List<GateVerdict> reserve(
            AccountId account,
            EntryPlan plan,
            List<ContractCandidate> candidates,
            Order firstOrder,
            Quote quote,
            Instant dayStart,
            Function<LimitUsage, List<GateVerdict>> recheck,
            Instant at);

    /// Rows of entries in progress (INTENT, SUBMITTED, IN_DOUBT) without an order that may still be
    /// filled, by id. The process that works an entry knows what follows; an entry that nobody
    /// works is over.
    List<Long> withoutWorkingOrder(AccountId account);
}
