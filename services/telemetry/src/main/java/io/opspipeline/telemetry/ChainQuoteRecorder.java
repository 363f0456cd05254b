package io.opspipeline.telemetry;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.ports.store.OptionHistory;
import io.opspipeline.ports.store.RecordedQuote;
import io.opspipeline.telemetry.ChainSurvey.SeenOption;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/// Stores the quotes around the money of the tracked names, once per period of the clock.
final class ChainQuoteRecorder {

    private final ChainSurvey survey;
    private final OptionHistory history;
    private final Supplier<TelemetrySettings.Quotes> settings;
    private long lastPeriod = Long.MIN_VALUE;

    ChainQuoteRecorder(
            ChainSurvey survey,
            OptionHistory history,
            Supplier<TelemetrySettings.Quotes> settings) {
        this.survey = survey;
        this.history = history;
        this.settings = settings;
    }

    /// Records when a new period has begun.
    ///
    /// @return how many quotes were new
    /// @throws io.opspipeline.ports.broker.BrokerUnavailable when the stocks cannot be read
    synchronized int recordIfDue(Set<Ticker> tickers, Instant asOf) {
        TelemetrySettings.Quotes figures = settings.get();
        long period = asOf.getEpochSecond() / figures.every().toSeconds();
        if (period == lastPeriod) {
            return 0;
        }
        List<RecordedQuote> quotes =
                survey.read(tickers, figures.reach(), asOf).stream()
                        .flatMap(found -> found.options().stream())
                        .map(this::quote)
                        .toList();
        lastPeriod = period;
        return quotes.isEmpty() ? 0 : history.recordQuotes(quotes);
    }

    private RecordedQuote quote(SeenOption option) {
        return new RecordedQuote(
                option.snapshot().symbol(),
                option.sighting().seenAt(),
                option.sighting().quote(),
                option.analysed().impliedVolatility(),
                option.analysed().delta(),
                option.snapshot().volumeToday(),
                OptionalInt.empty(),
                survey.feed());
    }
}
