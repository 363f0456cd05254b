package io.opspipeline.reliability.memory;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.dispatch.DispatchStatus;
import io.opspipeline.domain.dispatch.EntryPlan;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.signal.StoredSignal;
import java.time.Instant;
import java.util.Optional;

/// One (signal, account).
///
/// @param id the row, positive
/// @param account whose it is
/// @param signal the signal
/// @param status where it stands
/// @param claimedUntil when its claim lapses, UTC; empty when it is not claimed
/// @param plan what it buys; empty until it is planned
/// @param filled contracts or shares filled so far
/// @param reserved dollars held for what is not filled yet
/// @param createdAt when it was added, UTC
/// @param submittedAt when its first order was committed, UTC
/// @param wasGivenBack true once a claim of it has lapsed, or its owner was gone
record DispatchRow(
        long id,
        AccountId account,
        StoredSignal signal,
        DispatchStatus status,
        Optional<Instant> claimedUntil,
        Optional<EntryPlan> plan,
        int filled,
        Money reserved,
        Instant createdAt,
        Optional<Instant> submittedAt,
        boolean wasGivenBack) {

    static DispatchRow pending(long id, AccountId account, StoredSignal signal, Instant at) {
        return new DispatchRow(
                id,
                account,
                signal,
                DispatchStatus.PENDING,
                Optional.empty(),
                Optional.empty(),
                0,
                Money.ZERO,
                at,
                Optional.empty(),
                false);
    }

    Ticker ticker() {
        return signal.signal().ticker();
    }

    /// How many it buys; 0 until it is planned.
    int contracts() {
        return plan.map(EntryPlan::quantity).orElse(0);
    }

    /// True when its limits count it: filled at least in part, or at work.
    boolean counts() {
        return filled > 0 || status.isPendingEntry();
    }

    /// A status that nothing follows gives back what it reserved.
    ///
    /// @throws IllegalStateException when the status may not follow
    DispatchRow in(DispatchStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException(
                    "dispatch %d of %s is %s and cannot become %s"
                            .formatted(id, account, status, next));
        }
        return with(next, Optional.empty(), filled, next.isTerminal() ? Money.ZERO : reserved);
    }

    DispatchRow claimed(Instant until) {
        return in(DispatchStatus.CLAIMED)
                .with(DispatchStatus.CLAIMED, Optional.of(until), 0, Money.ZERO);
    }

    /// It waits again, for another claim.
    DispatchRow givenBack() {
        return new DispatchRow(
                id,
                account,
                signal,
                DispatchStatus.PENDING,
                Optional.empty(),
                plan,
                filled,
                reserved,
                createdAt,
                submittedAt,
                true);
    }

    /// What stays reserved is the unfilled rest at the plan price.
    DispatchRow filled(int quantity) {
        Money rest =
                plan.map(wanted ->
                                wanted.instrument()
                                        .value(
                                                wanted.price(),
                                                Math.max(0, wanted.quantity() - quantity)))
                        .orElse(Money.ZERO);
        return with(status, claimedUntil, quantity, reserved.min(rest));
    }

    DispatchRow planned(EntryPlan wanted) {
        return new DispatchRow(
                id,
                account,
                signal,
                status,
                claimedUntil,
                Optional.of(wanted),
                filled,
                wanted.cost(),
                createdAt,
                submittedAt,
                wasGivenBack);
    }

    /// The first of its orders is committed; later ones change nothing.
    DispatchRow submitted(Instant at) {
        return new DispatchRow(
                id,
                account,
                signal,
                status,
                claimedUntil,
                plan,
                filled,
                reserved,
                createdAt,
                submittedAt.or(() -> Optional.of(at)),
                wasGivenBack);
    }

    private DispatchRow with(
            DispatchStatus next, Optional<Instant> until, int quantity, Money held) {
        return new DispatchRow(
                id,
                account,
                signal,
                next,
                until,
                plan,
                quantity,
                held,
                createdAt,
                submittedAt,
                wasGivenBack);
    }
}
