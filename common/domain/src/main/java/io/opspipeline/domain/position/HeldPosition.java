package io.opspipeline.domain.position;

import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ExitReason;
import java.math.BigDecimal;
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
/// @param dayBasis what today's profit and loss counts from when it was opened before today
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
        Optional<Price> dayBasis,
        boolean partialTaken,
        Optional<ExitReason> closingRule) {

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
                dayBasis,
                partialTaken,
                closingRule);
    }
}
