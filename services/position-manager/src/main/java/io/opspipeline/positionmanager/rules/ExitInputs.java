package io.opspipeline.positionmanager.rules;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.position.HeldPosition;
import java.time.Instant;
import java.util.Optional;

/// All that the exits of one position read.
///
/// @param held the position
/// @param flattening whether everything of its account must go
/// @param marks what its quotes say
/// @param underlying the stock's price, at most two minutes old; empty when there is none
/// @param model our own price of the option while its quotes cannot be used
/// @param session the session of the day
/// @param asOf the time of the evaluation, UTC
public record ExitInputs(
        HeldPosition held,
        Flattening flattening,
        MarkSeries marks,
        Optional<Price> underlying,
        Optional<Price> model,
        Session session,
        Instant asOf) {

    Price entry() {
        return held.position().entryPrice();
    }
}
