package io.opspipeline.features;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.ports.market.Split;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What one run looks at.
///
/// @param session the last session that had opened
/// @param asOf the time of the run, UTC
/// @param from the first bar start that is compared with what was computed, UTC
/// @param isRecheck true when that is the open
/// @param splits by ticker, oldest first; a ticker without any is absent
record Look(
        Session session,
        Instant asOf,
        Instant from,
        boolean isRecheck,
        Map<Ticker, List<Split>> splits) {

    List<Split> splitsOf(Ticker ticker) {
        return splits.getOrDefault(ticker, List.of());
    }
}
