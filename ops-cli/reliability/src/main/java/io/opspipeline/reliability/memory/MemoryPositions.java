package io.opspipeline.reliability.memory;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.activity.BrokerActivity;
import io.opspipeline.domain.instrument.InstrumentType;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.position.AdoptedPosition;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.Position;
import io.opspipeline.domain.position.PositionMarks;
import io.opspipeline.domain.position.PositionState;
import io.opspipeline.persistence.position.ExitLevels;
import io.opspipeline.ports.position.Positions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The positions that entries made, in memory. What closes them is not here: it is refused.
public final class MemoryPositions implements Positions {

    private static final String EXITS = "these stores hold entries";

    private final MemoryTables tables;
    private final ExitLevels levels;

    MemoryPositions(MemoryTables tables, ExitLevels levels) {
        this.tables = tables;
        this.levels = levels;
    }

    @Override
    public List<HeldPosition> held(AccountId account) {
        return tables.transactions.call(() ->
                tables.of(account)
                        .positions()
                        .all()
                        .map(this::held)
                        .sorted(Comparator.comparing(held -> symbol(held.position())))
                        .toList());
    }

    @Override
    public Money realisedSince(AccountId account, Instant from) {
        return tables.transactions.call(
                () -> MemoryUsage.of(tables.of(account), from).realisedToday());
    }

    @Override
    public Set<OccSymbol> contractsInUse(AccountId account) {
        throw new UnsupportedOperationException(EXITS);
    }

    @Override
    public void saveMarks(AccountId account, List<PositionMarks> marks) {
        throw new UnsupportedOperationException(EXITS);
    }

    @Override
    public void closing(
            AccountId account, long positionId, ExitReason rule, String detail, Instant at) {
        throw new UnsupportedOperationException(EXITS);
    }

    @Override
    public Optional<Instant> closingSince(AccountId account, long positionId) {
        throw new UnsupportedOperationException(EXITS);
    }

    @Override
    public void reopened(AccountId account, long positionId, String detail, Instant at) {
        throw new UnsupportedOperationException(EXITS);
    }

    @Override
    public void partialTaken(AccountId account, long positionId, Instant at) {
        throw new UnsupportedOperationException(EXITS);
    }

    @Override
    public void end(
            AccountId account, long positionId, PositionState end, String reason, Instant at) {
        throw new UnsupportedOperationException(EXITS);
    }

    @Override
    public void settled(
            AccountId account,
            long positionId,
            PositionState end,
            Price worth,
            String reason,
            Instant at) {
        throw new UnsupportedOperationException(EXITS);
    }

    @Override
    public List<BrokerActivity.Filled> unbooked(
            AccountId account, List<BrokerActivity.Filled> trades) {
        throw new UnsupportedOperationException(EXITS);
    }

    @Override
    public void tradedOutside(
            AccountId account,
            long positionId,
            List<BrokerActivity.Filled> trades,
            Instant seenAt) {
        throw new UnsupportedOperationException(EXITS);
    }

    @Override
    public long adopt(AccountId account, AdoptedPosition position, Instant at) {
        throw new UnsupportedOperationException(EXITS);
    }

    @Override
    public void saveDayBasis(AccountId account, LocalDate session, List<PositionMarks> marks) {
        throw new UnsupportedOperationException(EXITS);
    }

    @Override
    public List<Optional<Boolean>> latestResults(AccountId account, int count) {
        throw new UnsupportedOperationException(EXITS);
    }

    private HeldPosition held(PositionRow row) {
        Position position = row.position();
        boolean isStock = position.instrument().type() == InstrumentType.STOCK;
        Price entry = position.entryPrice();
        return new HeldPosition(
                row.id(),
                position,
                entry.times(isStock ? levels.stockStop() : levels.optionStop()),
                entry.times(isStock ? levels.stockTarget() : levels.optionTarget()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                Optional.empty());
    }

    private static String symbol(Position position) {
        return position.instrument().symbol();
    }
}
