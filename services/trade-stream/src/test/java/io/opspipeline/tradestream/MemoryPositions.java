package io.opspipeline.tradestream;

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
import io.opspipeline.ports.position.Positions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Positions that a test puts there; what is done with them is written down.
final class MemoryPositions implements Positions {

    final List<HeldPosition> held = new ArrayList<>();
    final List<String> events = new ArrayList<>();

    @Override
    public List<HeldPosition> held(AccountId account) {
        return List.copyOf(held);
    }

    @Override
    public void end(
            AccountId account, long positionId, PositionState end, String reason, Instant at) {
        held.removeIf(each -> each.id() == positionId);
        events.add("end " + positionId + " " + end);
    }

    @Override
    public long adopt(AccountId account, AdoptedPosition position, Instant at) {
        events.add(
                "adopt %d %s as %s%s"
                        .formatted(
                                position.quantity(),
                                position.instrument().symbol(),
                                position.strategy(),
                                position.basis()
                                        .map(basis -> ", " + basis.mid() + " on " + basis.session())
                                        .orElse("")));
        return 99;
    }

    @Override
    public void settled(
            AccountId account,
            long positionId,
            PositionState end,
            Price worth,
            String reason,
            Instant at) {
        held.removeIf(each -> each.id() == positionId);
        events.add("end %d %s at %s".formatted(positionId, end, worth));
    }

    @Override
    public List<BrokerActivity.Filled> unbooked(
            AccountId account, List<BrokerActivity.Filled> trades) {
        return trades;
    }

    @Override
    public void tradedOutside(
            AccountId account,
            long positionId,
            List<BrokerActivity.Filled> trades,
            Instant seenAt) {
        trades.forEach(each ->
                events.add(
                        "%s %d at %s by hand"
                                .formatted(each.side(), each.quantity(), each.price())));
    }

    @Override
    public Set<OccSymbol> contractsInUse(AccountId account) {
        throw notMine();
    }

    @Override
    public void saveMarks(AccountId account, List<PositionMarks> marks) {
        throw notMine();
    }

    @Override
    public void closing(
            AccountId account, long positionId, ExitReason rule, String detail, Instant at) {
        throw notMine();
    }

    @Override
    public Optional<Instant> closingSince(AccountId account, long positionId) {
        throw notMine();
    }

    @Override
    public void reopened(AccountId account, long positionId, String detail, Instant at) {
        throw notMine();
    }

    @Override
    public void partialTaken(AccountId account, long positionId, Instant at) {
        throw notMine();
    }

    @Override
    public void saveDayBasis(AccountId account, LocalDate session, List<PositionMarks> marks) {
        throw notMine();
    }

    @Override
    public Money realisedSince(AccountId account, Instant from) {
        throw notMine();
    }

    @Override
    public List<Optional<Boolean>> latestResults(AccountId account, int count) {
        throw notMine();
    }

    private static UnsupportedOperationException notMine() {
        return new UnsupportedOperationException("the position manager's");
    }
}
