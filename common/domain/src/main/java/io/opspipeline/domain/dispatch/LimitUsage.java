package io.opspipeline.domain.dispatch;

import io.opspipeline.domain.instrument.InstrumentType;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Money;
import java.time.Instant;
import java.util.List;

/// What the limits of one account count: this account's rows alone.
///
/// @param working open positions and pending entries
/// @param entriesToday entries of this New York day: filled at least in part, or still working
/// @param lastEntries the newest entry of each ticker, whatever its day
/// @param realisedToday earned today by sold quantities, less all fees of today
public record LimitUsage(
        List<AtWork> working,
        List<Entry> entriesToday,
        List<Entry> lastEntries,
        Money realisedToday) {

    /// Money at work: an open position at its average entry, or a pending entry at its plan price.
    ///
    /// @param ticker the stock or underlying
    /// @param type call, put or stock
    /// @param sector the ticker's sector, or the ticker itself when it has none
    /// @param cost quantity times price times multiplier
    /// @param pending true for an entry whose order still works
    public record AtWork(
            Ticker ticker, InstrumentType type, String sector, Money cost, boolean pending) {}

    /// An entry of the account.
    ///
    /// @param ticker the stock or underlying
    /// @param submittedAt when its first order was committed, UTC
    public record Entry(Ticker ticker, Instant submittedAt) {}

    /// The money at work, open and pending together.
    public Money exposure() {
        return working.stream().map(AtWork::cost).reduce(Money.ZERO, Money::plus);
    }
}
