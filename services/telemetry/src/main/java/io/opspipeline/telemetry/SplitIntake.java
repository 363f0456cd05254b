package io.opspipeline.telemetry;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.store.Splits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/// Reads the splits of the tickers once a day, and at once for a new ticker.
final class SplitIntake {

    private static final int DAYS_BACK = 35;
    private static final int DAYS_AHEAD = 7;

    private final MarketData marketData;
    private final Splits splits;
    private Set<Ticker> read = Set.of();
    private LocalDate readOn = LocalDate.EPOCH;

    SplitIntake(MarketData marketData, Splits splits) {
        this.marketData = marketData;
        this.splits = splits;
    }

    /// @throws io.opspipeline.ports.broker.BrokerUnavailable when the source gives no answer
    synchronized void refresh(Set<Ticker> tickers, Instant asOf) {
        LocalDate today = NewYork.dateOf(asOf);
        if (today.equals(readOn) && read.containsAll(tickers)) {
            return;
        }
        splits.record(
                marketData.splits(tickers, today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD)),
                asOf);
        read = new TreeSet<>(tickers);
        readOn = today;
    }
}
