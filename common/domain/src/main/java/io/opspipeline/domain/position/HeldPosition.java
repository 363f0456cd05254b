package io.opspipeline.domain.position;

import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ExitReason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A position that has not ended.
///
/// @param id the row in `active_positions`
/// @param position what its fills made
/// @param stop the stop level on the premium (stock: on the price), exact
/// @param target the target level on the premium (stock: on the price), exact
/// @param entrySpread the spread of the quote it was bought on, per share
/// @param underlyingAtEntry the underlying's price at the first fill
/// @param peak the highest mark seen
/// @param trough the lowest mark seen
/// @param mids the final mids of sessions, as far as they are known, each session's best first; the
///   newest mid of a session under way is among them
/// @param partialTaken true once PARTIAL has sold half
/// @param closingRule the rule it is closing under
public record HeldPosition(
        long id,
        Position position,
        Price stop,
        Price target,
        Optional<BigDecimal> entrySpread,
        Optional<Price> underlyingAtEntry,
        Optional<Price> peak,
        Optional<Price> trough,
        List<SessionMid> mids,
        boolean partialTaken,
        Optional<ExitReason> closingRule) {

    /// The final mid of a session; empty when it is not known.
    public Optional<Price> midOf(LocalDate session) {
        return mids.stream()
                .filter(each -> each.session().equals(session))
                .map(SessionMid::mid)
                .findFirst();
    }

    /// The same position with other extremes.
    public HeldPosition marked(Optional<Price> newPeak, Optional<Price> newTrough) {
        return new HeldPosition(
                id,
                position,
                stop,
                target,
                entrySpread,
                underlyingAtEntry,
                newPeak,
                newTrough,
                mids,
                partialTaken,
                closingRule);
    }
}
