package io.opspipeline.telemetry;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Price;
import io.opspipeline.ports.market.ChainWindow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// How much of a chain is read, around the spot and today.
///
/// @param firstDay fewest days to expiry, zero or more
/// @param lastDay most days to expiry
/// @param strikes distance from the spot as a share of it, below 1
record ChainReach(int firstDay, int lastDay, double strikes) {

    /// Refuses an empty reach.
    ChainReach {
        if (lastDay < firstDay) {
            throw new IllegalArgumentException(
                    "the first day must not be after the last, were %d and %d"
                            .formatted(firstDay, lastDay));
        }
    }

    ChainWindow around(Ticker ticker, Price spot, LocalDate today) {
        BigDecimal share = BigDecimal.valueOf(strikes);
        return new ChainWindow(
                ticker,
                today.plusDays(firstDay),
                today.plusDays(lastDay),
                Optional.empty(),
                spot.times(BigDecimal.ONE.subtract(share)),
                spot.times(BigDecimal.ONE.add(share)));
    }
}
