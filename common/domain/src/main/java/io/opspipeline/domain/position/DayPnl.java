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
    /// of an earlier session is none.
    public static Optional<Price> basis(HeldPosition held, PnlDay today) {
        return held.position().openedAt().isBefore(today.start())
                ? held.midOf(today.lastSession())
                : Optional.of(held.position().entryPrice());
    }

    private static long units(HeldPosition held) {
        return (long) held.position().quantity() * held.position().instrument().multiplier();
    }
}
