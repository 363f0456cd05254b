package io.opspipeline.domain.position;

import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Today's profit and loss of an account: realised today net of fees, plus what is held at mid
/// against its basis (trading rules, section 8). The dispatcher's gate and the exits use this one
/// function.
public final class DayPnl {

    private DayPnl() {}

    /// Today's profit and loss; empty when a held position has no mid or no basis, because a
    /// missing part is not zero.
    ///
    /// @param realisedToday earned today by sold quantities, less all fees of today
    /// @param held what is held
    /// @param mids mid of each held symbol
    /// @param today the day it is counted for
    public static Optional<Money> of(
            Money realisedToday, List<HeldPosition> held, Map<String, Price> mids, PnlDay today) {
        Money sum = realisedToday;
        for (HeldPosition each : held) {
            Optional<Price> basis = basis(each, today);
            Price mid = mids.get(each.position().instrument().symbol());
            if (basis.isEmpty() || mid == null) {
                return Optional.empty();
            }
            Money gain = new Money(mid.minus(basis.get()));
            sum = sum.plus(gain.times(units(each)));
        }
        return Optional.of(sum);
    }

    /// What today counts from: the entry when opened today, else the last session's final mid; that
    /// of an earlier session is none. What was adopted today was held before, if it has such a mid.
    public static Optional<Price> basis(HeldPosition held, PnlDay today) {
        Position position = held.position();
        Optional<Price> last = held.midOf(today.lastSession());
        if (position.openedAt().isBefore(today.start())) {
            return last;
        }
        Price entry = position.entryPrice();
        return Optional.of(
                position.origin() == PositionOrigin.ADOPTED ? last.orElse(entry) : entry);
    }

    private static long units(HeldPosition held) {
        return (long) held.position().quantity() * held.position().instrument().multiplier();
    }
}
