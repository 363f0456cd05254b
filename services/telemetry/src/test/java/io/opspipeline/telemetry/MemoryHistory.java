package io.opspipeline.telemetry;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.ports.store.OptionHistory;
import io.opspipeline.ports.store.RecordedQuote;
import io.opspipeline.ports.store.RecordedVolatility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What is recorded of options, in memory.
final class MemoryHistory implements OptionHistory {

    final List<RecordedVolatility> volatilities = new ArrayList<>();
    final List<RecordedQuote> quotes = new ArrayList<>();

    @Override
    public void recordVolatilities(List<RecordedVolatility> more, Instant at) {
        volatilities.addAll(more);
    }

    @Override
    public List<RecordedVolatility> volatilities(Ticker ticker, LocalDate from, LocalDate to) {
        return List.copyOf(volatilities);
    }

    @Override
    public int recordQuotes(List<RecordedQuote> more) {
        quotes.addAll(more);
        return more.size();
    }

    @Override
    public List<RecordedQuote> quotes(Ticker underlying, Instant from, Instant to) {
        return List.copyOf(quotes);
    }
}
