package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.PositionMarks;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.positionmanager.rules.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The final mid of each held position, from which the next day's profit and loss counts: the last
/// mark of the session that was believed, else the one that is stored, as after a restart in the
/// evening. Only where there is neither, the quote of the feed counts: after hours it may be any.
final class DayBasis {

    private final Positions positions;
    private final ExitDesks desks;
    private final MarketView market;
    private final NoBasis noBasis;

    DayBasis(Positions positions, ExitDesks desks, MarketView market, Alerts alerts) {
        this.positions = positions;
        this.desks = desks;
        this.market = market;
        noBasis = new NoBasis(alerts);
    }

    /// Stores the basis. A mid of the session that is stored counts without.
    ///
    /// @return false when a position has none
    boolean save(AccountId account, LocalDate session, Instant asOf) {
        List<PositionMarks> finals = new ArrayList<>();
        boolean isComplete = true;
        for (HeldPosition held : positions.held(account)) {
            Optional<Mark> seen = lastMark(account, held, session);
            boolean isStored = held.midOf(session).isPresent();
            Optional<Mark> last = isStored ? seen : seen.or(() -> quoted(held, asOf));
            last.ifPresent(mark -> finals.add(marks(held, mark)));
            if (last.isEmpty() && !isStored) {
                isComplete = false;
                noBasis.tell(account, held, session, asOf);
            }
        }
        positions.saveDayBasis(account, session, finals);
        return isComplete;
    }

    private Optional<Mark> lastMark(AccountId account, HeldPosition held, LocalDate session) {
        return desks.lastMark(account, held)
                .filter(mark -> NewYork.dateOf(mark.seenAt()).equals(session));
    }

    private Optional<Mark> quoted(HeldPosition held, Instant asOf) {
        return market.quote(held.position().instrument())
                .map((Quote quote) -> new Mark(quote.bid(), quote.mid(), asOf));
    }

    private static PositionMarks marks(HeldPosition held, Mark mark) {
        return new PositionMarks(
                held.id(),
                mark.bid(),
                mark.mid(),
                held.peak().orElse(mark.bid()),
                held.trough().orElse(mark.bid()),
                mark.seenAt());
    }
}
