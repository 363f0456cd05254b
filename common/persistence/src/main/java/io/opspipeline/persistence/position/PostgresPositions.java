package io.opspipeline.persistence.position;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.activity.BrokerActivity;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.domain.position.AdoptedPosition;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.PositionMarks;
import io.opspipeline.domain.position.PositionState;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.position.Positions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Table `active_positions`, for the exits and for reconciliation. Quantities change through the
/// order ledger; here a position only ends or is taken over whole.
public final class PostgresPositions implements Positions {

    private final HeldPositions held;
    private final Marks marks;
    private final ClosingSteps closing;
    private final PositionEnds ends;
    private final Adoption adoption;
    private final OutsideTrades outside;
    private final RealisedProfit realised;

    /// @param levels what is stored with a position that is taken over
    /// @param buildId the build that runs, stored with each position
    public PostgresPositions(Database database, FeeTable fees, ExitLevels levels, String buildId) {
        PositionRows rows = new PositionRows(database, levels, buildId);
        held = new HeldPositions(database);
        marks = new Marks(database);
        closing = new ClosingSteps(database, rows);
        Outcomes outcomes = new Outcomes(database, fees, levels);
        ends = new PositionEnds(database, rows, outcomes);
        outside = new OutsideTrades(database, fees, rows, outcomes);
        adoption = new Adoption(database, rows);
        realised = new RealisedProfit(database);
    }

    @Override
    public List<HeldPosition> held(AccountId account) {
        return held.of(account);
    }

    @Override
    public Set<OccSymbol> contractsInUse(AccountId account) {
        return held.contractsInUse(account);
    }

    @Override
    public void saveMarks(AccountId account, List<PositionMarks> seen) {
        marks.save(account, seen);
    }

    /// A rule that does not go before the one it closes under changes nothing. Under PARTIAL the
    /// position stays OPEN.
    @Override
    public void closing(
            AccountId account, long positionId, ExitReason rule, String detail, Instant at) {
        closing.closing(account, positionId, rule, detail, at);
    }

    @Override
    public Optional<Instant> closingSince(AccountId account, long positionId) {
        return closing.since(account, positionId);
    }

    @Override
    public void reopened(AccountId account, long positionId, String detail, Instant at) {
        closing.reopened(account, positionId, detail, at);
    }

    @Override
    public void partialTaken(AccountId account, long positionId, Instant at) {
        closing.partialTaken(account, positionId, at);
    }

    /// What was not sold is worth nothing when EXPIRED, and its intrinsic value at the underlying's
    /// newest bar when EXERCISED or ASSIGNED.
    ///
    /// @throws IllegalStateException when the account has no such position, or the underlying has
    ///   no bar
    /// @throws IllegalArgumentException for OPEN, CLOSING and CLOSED, which only fills make
    @Override
    public void end(
            AccountId account, long positionId, PositionState end, String reason, Instant at) {
        ends.end(account, positionId, end, Optional.empty(), reason, at);
    }

    /// @throws IllegalStateException when the account has no such position
    /// @throws IllegalArgumentException for OPEN, CLOSING and CLOSED, which only fills make
    @Override
    public void settled(
            AccountId account,
            long positionId,
            PositionState end,
            Price worth,
            String reason,
            Instant at) {
        ends.end(account, positionId, end, Optional.of(worth), reason, at);
    }

    @Override
    public List<BrokerActivity.Filled> unbooked(
            AccountId account, List<BrokerActivity.Filled> trades) {
        return outside.unbooked(account, trades);
    }

    /// What is left of a position with nothing left is its outcome: CLOSED, BY_HAND.
    @Override
    public void tradedOutside(
            AccountId account,
            long positionId,
            List<BrokerActivity.Filled> trades,
            Instant seenAt) {
        outside.book(account, positionId, trades, seenAt);
    }

    /// @return the row; that of the held position when there is one in the symbol already
    @Override
    public long adopt(AccountId account, AdoptedPosition position, Instant at) {
        return adoption.adopt(account, position, at);
    }

    @Override
    public void saveDayBasis(AccountId account, LocalDate session, List<PositionMarks> closes) {
        marks.saveDayBasis(account, session, closes);
    }

    @Override
    public Money realisedSince(AccountId account, Instant from) {
        return realised.since(account, from);
    }

    @Override
    public List<Optional<Boolean>> latestResults(AccountId account, int count) {
        return held.latestResults(account, count);
    }
}
