package io.opspipeline.ports.position;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.activity.BrokerActivity;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.position.AdoptedPosition;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.PositionMarks;
import io.opspipeline.domain.position.PositionState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Positions that have not ended, with what the exits keep about them.
public interface Positions {

    /// What the account holds, by symbol.
    List<HeldPosition> held(AccountId account);

    /// The option contracts that the account holds or has an order working in.
    Set<OccSymbol> contractsInUse(AccountId account);

    /// Stores what changed since the last evaluation: marks, peak and trough.
    void saveMarks(AccountId account, List<PositionMarks> marks);

    /// The position starts to close under a rule; repeated with a higher rule it is replaced.
    ///
    /// @param detail what fired, with figures
    void closing(AccountId account, long positionId, ExitReason rule, String detail, Instant at);

    /// When the newest close of a position began, UTC; a higher rule begins another. Empty when
    /// there was none.
    Optional<Instant> closingSince(AccountId account, long positionId);

    /// The close of a position was given up for now; it is open and watched again.
    void reopened(AccountId account, long positionId, String detail, Instant at);

    /// Half of the position was closed by PARTIAL; it does not fire again.
    void partialTaken(AccountId account, long positionId, Instant at);

    /// Ends a position without a fill of ours, with its outcome, in one transaction.
    void end(AccountId account, long positionId, PositionState end, String reason, Instant at);

    /// The same, of a position whose worth at its end the broker told.
    ///
    /// @param worth of what was not sold, per share
    void settled(
            AccountId account,
            long positionId,
            PositionState end,
            Price worth,
            String reason,
            Instant at);

    /// The lines of the broker's history that no order of ours made and that were not booked
    /// before, in their order.
    List<BrokerActivity.Filled> unbooked(AccountId account, List<BrokerActivity.Filled> trades);

    /// Books what somebody traded at the broker, past us: it increases or reduces the position, and
    /// ends it as CLOSED when nothing is left. A line that was booked before changes nothing, and
    /// so does any once the position has ended.
    ///
    /// @param trades lines of the position's instrument, oldest first
    /// @param seenAt the time of a line that has none
    /// @throws IllegalStateException when more is sold than held; nothing is booked then
    void tradedOutside(
            AccountId account, long positionId, List<BrokerActivity.Filled> trades, Instant seenAt);

    /// Takes over a position found at the broker, under the policy for such positions.
    long adopt(AccountId account, AdoptedPosition position, Instant at);

    /// Stores the final mid of a session as the basis of the next day's profit and loss.
    void saveDayBasis(AccountId account, LocalDate session, List<PositionMarks> marks);

    /// Earned since an instant by sold quantities, less all fees since then.
    Money realisedSince(AccountId account, Instant from);

    /// The newest outcomes of the account, newest first: true for a profit, false for a loss or
    /// zero.
    List<Optional<Boolean>> latestResults(AccountId account, int count);
}
