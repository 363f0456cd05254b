package io.opspipeline.domain.position;

import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Instrument;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// The times at which the exits close a position whatever its price. The dispatcher asks for them
/// before an entry, the position manager acts on them: one function for both.
public final class ForcedExits {

    private final SessionCalendar calendar;
    private final ForcedExitTimes times;

    /// @param calendar the sessions
    /// @param times the figures
    public ForcedExits(SessionCalendar calendar, ForcedExitTimes times) {
        this.calendar = calendar;
        this.times = times;
    }

    /// The earliest of all forced exits of a position entered at an instant, UTC.
    public Instant earliest(Strategy strategy, Instrument instrument, Instant entry) {
        return Stream.of(
                        expiry(strategy, instrument),
                        endOfDay(strategy, entry),
                        Optional.of(maxHold(strategy, entry)))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /// When EXPIRY triggers: on the last session on or before the expiry date; empty for stock.
    public Optional<Instant> expiry(Strategy strategy, Instrument instrument) {
        return switch (instrument) {
            case Instrument.Stock _ -> Optional.empty();
            case Instrument.Option option -> {
                Session last = expirySession(option);
                yield Optional.of(
                        strategy == Strategy.DAY
                                ? last.close().minus(times.dayExpiry())
                                : last.open().plus(times.swingExpiry()));
            }
        };
    }

    /// The last session on or before the expiry date.
    public Session expirySession(Instrument.Option option) {
        return calendar.lastOnOrBefore(option.contract().expiry());
    }

    /// When END_OF_DAY triggers in the session of an instant; empty for SWING.
    public Optional<Instant> endOfDay(Strategy strategy, Instant entry) {
        if (strategy == Strategy.SWING) {
            return Optional.empty();
        }
        return Optional.of(entrySession(entry).close().minus(times.endOfDay()));
    }

    /// When MAX_HOLD triggers.
    public Instant maxHold(Strategy strategy, Instant entry) {
        return switch (strategy) {
            case DAY -> entry.plus(times.dayHold());
            case SWING ->
                    calendar.sessionsAfter(entrySession(entry).date(), times.swingHoldSessions())
                            .close()
                            .minus(times.swingHold());
        };
    }

    /// The session of an instant, or the next one when the instant is on a day without.
    private Session entrySession(Instant entry) {
        var date = NewYork.dateOf(entry);
        return calendar.sessionOn(date).orElseGet(() -> calendar.next(date));
    }
}
