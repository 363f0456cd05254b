package io.opspipeline.tradestream.rules;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.position.PositionState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// Names the end of a position that the broker no longer holds and of which neither a fill of ours
/// nor the broker's history tells: lines of an expiry may come on the day after it.
public final class EndRule {

    /// The clearing house exercises what is in the money by a cent.
    private static final BigDecimal EXERCISED_FROM = new BigDecimal("0.01");

    private final SessionCalendar calendar;

    /// @param calendar the sessions
    public EndRule(SessionCalendar calendar) {
        this.calendar = calendar;
    }

    /// How the position ended.
    ///
    /// @param state EXPIRED, EXERCISED or RECONCILED
    /// @param reason one line
    /// @param worth of what was held, per share, when the broker told it
    /// @param at when, UTC
    public record End(PositionState state, String reason, Optional<Price> worth, Instant at) {}

    /// When an option has had its last session's close; empty for stock and before.
    public Optional<Instant> expiredAt(Instrument instrument, Instant asOf) {
        return switch (instrument) {
            case Instrument.Stock _ -> Optional.empty();
            case Instrument.Option(OccSymbol contract) ->
                    Optional.of(calendar.lastOnOrBefore(contract.expiry()).close())
                            .filter(close -> !asOf.isBefore(close));
        };
    }

    /// The end. After its expiry a contract was exercised or expired by where its underlying stood;
    /// for anything else nobody knows.
    ///
    /// @param settlement the underlying's last price before the expiry; empty when not known
    public End end(Instrument instrument, Optional<Price> settlement, Instant asOf) {
        Optional<Instant> expiredAt = expiredAt(instrument, asOf);
        if (expiredAt.isPresent()
                && settlement.isPresent()
                && instrument instanceof Instrument.Option(OccSymbol contract)) {
            return atExpiry(contract, settlement.get(), expiredAt.get());
        }
        return new End(
                PositionState.RECONCILED,
                "the broker no longer holds it and neither a fill nor its history tells why",
                Optional.empty(),
                asOf);
    }

    private static End atExpiry(OccSymbol contract, Price settlement, Instant at) {
        BigDecimal value =
                settlement
                        .minus(contract.strike())
                        .multiply(BigDecimal.valueOf(contract.right().direction()));
        return value.compareTo(EXERCISED_FROM) >= 0
                ? new End(
                        PositionState.EXERCISED,
                        "in the money by " + value + " at expiry",
                        Optional.empty(),
                        at)
                : new End(PositionState.EXPIRED, "worthless at expiry", Optional.empty(), at);
    }
}
